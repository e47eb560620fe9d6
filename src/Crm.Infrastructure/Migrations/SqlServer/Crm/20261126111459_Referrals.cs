using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class Referrals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ReferrerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ReferredId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SourceCode = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Slot = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PurchaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Referrals_Customers_TenantId_ReferredId",
                        columns: x => new { x.TenantId, x.ReferredId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Referrals_Customers_TenantId_ReferrerId",
                        columns: x => new { x.TenantId, x.ReferrerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Referrals_Purchases_TenantId_PurchaseId",
                        columns: x => new { x.TenantId, x.PurchaseId },
                        principalTable: "Purchases",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Referrals_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_By",
                table: "Referrals",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_PurchaseId",
                table: "Referrals",
                columns: new[] { "TenantId", "PurchaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_ReferredId_Id",
                table: "Referrals",
                columns: new[] { "TenantId", "ReferredId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_ReferrerId_Id",
                table: "Referrals",
                columns: new[] { "TenantId", "ReferrerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_Slot",
                table: "Referrals",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_State_Id",
                table: "Referrals",
                columns: new[] { "TenantId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Referrals");
        }
    }
}
