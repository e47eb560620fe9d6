using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class StandingGestures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "StandingGestureId",
                table: "Gestures",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BirthdayOn",
                table: "Facts",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StandingGestures",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingGestures", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StandingOccasions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StandingGestureId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Occurrence = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Cause = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Refusal = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    GestureId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingOccasions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_StandingOccasions_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_StandingOccasions_Gestures_TenantId_GestureId",
                        columns: x => new { x.TenantId, x.GestureId },
                        principalTable: "Gestures",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_StandingOccasions_StandingGestures_TenantId_StandingGestureId",
                        columns: x => new { x.TenantId, x.StandingGestureId },
                        principalTable: "StandingGestures",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "StandingRuns",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    After = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingRuns", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_StandingRuns_StandingGestures_TenantId_Id",
                        columns: x => new { x.TenantId, x.Id },
                        principalTable: "StandingGestures",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_LifecycleChanges_TenantId_To_Id",
                table: "LifecycleChanges",
                columns: new[] { "TenantId", "To", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_StandingGestureId_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "StandingGestureId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Facts_TenantId_BirthdayOn_Id",
                table: "Facts",
                columns: new[] { "TenantId", "BirthdayOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_CustomerId_Id",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_GestureId",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "GestureId" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_StandingGestureId_CustomerId_Occurrence",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "StandingGestureId", "CustomerId", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_StandingGestureId_Id",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "StandingGestureId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_StandingGestureId_State_DueOn_Id",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "StandingGestureId", "State", "DueOn", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Gestures_StandingGestures_TenantId_StandingGestureId",
                table: "Gestures",
                columns: new[] { "TenantId", "StandingGestureId" },
                principalTable: "StandingGestures",
                principalColumns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Gestures_StandingGestures_TenantId_StandingGestureId",
                table: "Gestures");

            migrationBuilder.DropTable(
                name: "StandingOccasions");

            migrationBuilder.DropTable(
                name: "StandingRuns");

            migrationBuilder.DropTable(
                name: "StandingGestures");

            migrationBuilder.DropIndex(
                name: "IX_LifecycleChanges_TenantId_To_Id",
                table: "LifecycleChanges");

            migrationBuilder.DropIndex(
                name: "IX_Gestures_TenantId_StandingGestureId_Id",
                table: "Gestures");

            migrationBuilder.DropIndex(
                name: "IX_Facts_TenantId_BirthdayOn_Id",
                table: "Facts");

            migrationBuilder.DropColumn(
                name: "StandingGestureId",
                table: "Gestures");

            migrationBuilder.DropColumn(
                name: "BirthdayOn",
                table: "Facts");
        }
    }
}
