using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class Commitments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Alarms",
                columns: table => new
                {
                    ResourceId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    WakesAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ClaimedBy = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alarms", x => new { x.TenantId, x.ResourceId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "Commitments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    InteractionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    AccountableId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    FirstDueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CalendarId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    CalendarVersion = table.Column<int>(type: "int", nullable: true),
                    BrokenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    KeptAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LatenessMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    Renegotiations = table.Column<int>(type: "int", nullable: false),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitments", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Commitments_Calendars_TenantId_CalendarId",
                        columns: x => new { x.TenantId, x.CalendarId },
                        principalTable: "Calendars",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Commitments_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Commitments_Interactions_TenantId_InteractionId",
                        columns: x => new { x.TenantId, x.InteractionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Commitments_Staff_TenantId_AccountableId",
                        columns: x => new { x.TenantId, x.AccountableId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Commitments_Staff_TenantId_ResponsibleId",
                        columns: x => new { x.TenantId, x.ResponsibleId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CommitmentEvents",
                columns: table => new
                {
                    CommitmentId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CalendarId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    CalendarVersion = table.Column<int>(type: "int", nullable: true),
                    LatenessMilliseconds = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentEvents", x => new { x.TenantId, x.CommitmentId, x.Number });
                    table.ForeignKey(
                        name: "FK_CommitmentEvents_Calendars_TenantId_CalendarId",
                        columns: x => new { x.TenantId, x.CalendarId },
                        principalTable: "Calendars",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CommitmentEvents_Commitments_TenantId_CommitmentId",
                        columns: x => new { x.TenantId, x.CommitmentId },
                        principalTable: "Commitments",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CommitmentEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alarms_WakesAt_TenantId_ResourceId_Kind",
                table: "Alarms",
                columns: new[] { "WakesAt", "TenantId", "ResourceId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentEvents_TenantId_By",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentEvents_TenantId_CalendarId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "CalendarId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_AccountableId_DueAt_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "AccountableId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_CalendarId",
                table: "Commitments",
                columns: new[] { "TenantId", "CalendarId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_CustomerId_DueAt_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "CustomerId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_DueAt_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_InteractionId",
                table: "Commitments",
                columns: new[] { "TenantId", "InteractionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_ResponsibleId_DueAt_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "ResponsibleId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_State_DueAt_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_UpdatedAt_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alarms");

            migrationBuilder.DropTable(
                name: "CommitmentEvents");

            migrationBuilder.DropTable(
                name: "Commitments");
        }
    }
}
