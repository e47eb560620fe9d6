using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddComplaintBooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Booked",
                table: "Complaints",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstContactAt",
                table: "Complaints",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ProductKey",
                table: "Complaints",
                type: "varbinary(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "Complaints",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Recurrences",
                table: "Complaints",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Transfers",
                table: "Complaints",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Unanswered",
                table: "Complaints",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnansweredSince",
                table: "Complaints",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ComplaintCells",
                columns: table => new
                {
                    Dimension = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Counts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintCells", x => new { x.TenantId, x.Dimension, x.Period, x.Value });
                });

            migrationBuilder.CreateTable(
                name: "RemedyGrants",
                columns: table => new
                {
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    OfferId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    GrantedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Approved = table.Column<bool>(type: "bit", nullable: false),
                    HoldsUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemedyGrants", x => new { x.TenantId, x.ComplaintId, x.OfferId, x.Number });
                    table.ForeignKey(
                        name: "FK_RemedyGrants_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_RemedyGrants_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_Category_ResolvedAt",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "Category", "ResolvedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_ProductKey_ResolvedAt",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "ProductKey", "ResolvedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_ResolvedAt_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "ResolvedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Unanswered_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Unanswered", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RemedyGrants_TenantId_By_Kind_GrantedAt_HoldsUntil_Approved_Currency_Amount_Points",
                table: "RemedyGrants",
                columns: new[] { "TenantId", "By", "Kind", "GrantedAt", "HoldsUntil", "Approved", "Currency", "Amount", "Points" });

            migrationBuilder.CreateIndex(
                name: "IX_RemedyGrants_TenantId_OfferId",
                table: "RemedyGrants",
                columns: new[] { "TenantId", "OfferId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ComplaintCells");

            migrationBuilder.DropTable(
                name: "RemedyGrants");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_TenantId_CauseCode_Category_ResolvedAt",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_TenantId_CauseCode_ProductKey_ResolvedAt",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_TenantId_CauseCode_ResolvedAt_Id",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_TenantId_Unanswered_Id",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "Booked",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "FirstContactAt",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "ProductKey",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "Recurrences",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "Transfers",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "Unanswered",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "UnansweredSince",
                table: "Complaints");
        }
    }
}
