using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SkillKeys",
                table: "Staff",
                type: "nvarchar(2600)",
                maxLength: 2600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Skills",
                table: "Staff",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "AccountableId",
                table: "CommitmentEvents",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ResponsibleId",
                table: "CommitmentEvents",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    From = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    To = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DelegateId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Cancelled = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Absences_Staff_TenantId_DelegateId",
                        columns: x => new { x.TenantId, x.DelegateId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Absences_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DeliverAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Notifications_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Notifications_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "WorkItems",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(900)", maxLength: 900, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Priority = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RequiredSkill = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(39)", maxLength: 39, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RankAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OwnedSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AccountableId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Transfers = table.Column<int>(type: "int", nullable: false),
                    Returns = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    HandOverToId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    HandOverById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    HandOverAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    HandOverUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    HandOverNote = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkItems", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_WorkItems_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_AccountableId",
                        columns: x => new { x.TenantId, x.AccountableId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_HandOverById",
                        columns: x => new { x.TenantId, x.HandOverById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_HandOverToId",
                        columns: x => new { x.TenantId, x.HandOverToId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "WorkEvents",
                columns: table => new
                {
                    WorkId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    From = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    To = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Until = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkEvents", x => new { x.TenantId, x.WorkId, x.Number });
                    table.ForeignKey(
                        name: "FK_WorkEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkEvents_Staff_TenantId_From",
                        columns: x => new { x.TenantId, x.From },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkEvents_Staff_TenantId_To",
                        columns: x => new { x.TenantId, x.To },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkEvents_WorkItems_TenantId_WorkId",
                        columns: x => new { x.TenantId, x.WorkId },
                        principalTable: "WorkItems",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentEvents_TenantId_AccountableId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "AccountableId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentEvents_TenantId_ResponsibleId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "ResponsibleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_TenantId_DelegateId_To",
                table: "Absences",
                columns: new[] { "TenantId", "DelegateId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_TenantId_StaffId_From_Id",
                table: "Absences",
                columns: new[] { "TenantId", "StaffId", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TenantId_CustomerId",
                table: "Notifications",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TenantId_StaffId_DeliverAt_Id",
                table: "Notifications",
                columns: new[] { "TenantId", "StaffId", "DeliverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TenantId_StaffId_Id",
                table: "Notifications",
                columns: new[] { "TenantId", "StaffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_By",
                table: "WorkEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_From",
                table: "WorkEvents",
                columns: new[] { "TenantId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_Kind_At_From",
                table: "WorkEvents",
                columns: new[] { "TenantId", "Kind", "At", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_To",
                table: "WorkEvents",
                columns: new[] { "TenantId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_AccountableId_State_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "AccountableId", "State", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_CustomerId_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "CustomerId", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_HandOverById",
                table: "WorkItems",
                columns: new[] { "TenantId", "HandOverById" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_HandOverToId_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "HandOverToId", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_OwnerId_OwnedSince",
                table: "WorkItems",
                columns: new[] { "TenantId", "OwnerId", "OwnedSince" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_OwnerId_State_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "OwnerId", "State", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_State_OwnerId_Priority_RankAt",
                table: "WorkItems",
                columns: new[] { "TenantId", "State", "OwnerId", "Priority", "RankAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_State_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "State", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_Subject_State_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "Subject", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_UpdatedAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_AccountableId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "AccountableId" },
                principalTable: "Staff",
                principalColumns: new[] { "TenantId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_ResponsibleId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "ResponsibleId" },
                principalTable: "Staff",
                principalColumns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_ResponsibleId",
                table: "CommitmentEvents");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "WorkEvents");

            migrationBuilder.DropTable(
                name: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_CommitmentEvents_TenantId_AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropIndex(
                name: "IX_CommitmentEvents_TenantId_ResponsibleId",
                table: "CommitmentEvents");

            migrationBuilder.DropColumn(
                name: "SkillKeys",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Skills",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropColumn(
                name: "ResponsibleId",
                table: "CommitmentEvents");
        }
    }
}
