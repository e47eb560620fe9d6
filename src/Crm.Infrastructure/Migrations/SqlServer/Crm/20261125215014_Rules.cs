using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AuthorityCode",
                table: "Staff",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuthorityMatrices",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityMatrices", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AuthorityMatrixVersions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityMatrixVersions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_AuthorityMatrixVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Causes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    CodeKey = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ParentId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Controllable = table.Column<bool>(type: "bit", nullable: true),
                    Place = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Causes", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Causes_Causes_TenantId_ParentId",
                        columns: x => new { x.TenantId, x.ParentId },
                        principalTable: "Causes",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "DeclaredConflicts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OtherStaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeclaredBy = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclaredConflicts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Staff_TenantId_DeclaredBy",
                        columns: x => new { x.TenantId, x.DeclaredBy },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Staff_TenantId_OtherStaffId",
                        columns: x => new { x.TenantId, x.OtherStaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CorrectiveActions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: true),
                    CauseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: true),
                    Check = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CancellationReason = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectiveActions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Causes_TenantId_CauseId",
                        columns: x => new { x.TenantId, x.CauseId },
                        principalTable: "Causes",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityMatrixVersions_TenantId_By",
                table: "AuthorityMatrixVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityMatrixVersions_TenantId_Number",
                table: "AuthorityMatrixVersions",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Causes_TenantId_CodeKey",
                table: "Causes",
                columns: new[] { "TenantId", "CodeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Causes_TenantId_ParentId_Id",
                table: "Causes",
                columns: new[] { "TenantId", "ParentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Causes_TenantId_Place_Id",
                table: "Causes",
                columns: new[] { "TenantId", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_CauseId_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "CauseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_DueOn_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_OwnerId_DueOn_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "OwnerId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_State_DueOn_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "State", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_UpdatedAt_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_CustomerId_Id",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_DeclaredBy",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "DeclaredBy" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_OtherStaffId_Id",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "OtherStaffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_StaffId_Id",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "StaffId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuthorityMatrices");

            migrationBuilder.DropTable(
                name: "AuthorityMatrixVersions");

            migrationBuilder.DropTable(
                name: "CorrectiveActions");

            migrationBuilder.DropTable(
                name: "DeclaredConflicts");

            migrationBuilder.DropTable(
                name: "Causes");

            migrationBuilder.DropColumn(
                name: "AuthorityCode",
                table: "Staff");
        }
    }
}
