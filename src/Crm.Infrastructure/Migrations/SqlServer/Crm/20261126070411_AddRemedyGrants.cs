using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddRemedyGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "RemedyGrants");
        }
    }
}
