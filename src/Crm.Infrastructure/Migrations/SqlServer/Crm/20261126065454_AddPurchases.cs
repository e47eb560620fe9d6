using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddPurchases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Purchases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    PurchasedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    DiscountAmount = table.Column<long>(type: "bigint", nullable: false),
                    MarginAmount = table.Column<long>(type: "bigint", nullable: true),
                    ReturnedAmount = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedMargin = table.Column<long>(type: "bigint", nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChannelCode = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    RecordedById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purchases", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Purchases_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Purchases_Staff_TenantId_RecordedById",
                        columns: x => new { x.TenantId, x.RecordedById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "PurchaseReturns",
                columns: table => new
                {
                    PurchaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    MarginAmount = table.Column<long>(type: "bigint", nullable: true),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseReturns", x => new { x.TenantId, x.PurchaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_PurchaseReturns_Purchases_TenantId_PurchaseId",
                        columns: x => new { x.TenantId, x.PurchaseId },
                        principalTable: "Purchases",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_PurchaseReturns_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseReturns_TenantId_By",
                table: "PurchaseReturns",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_CustomerId_PurchasedAt_Id",
                table: "Purchases",
                columns: new[] { "TenantId", "CustomerId", "PurchasedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_PurchasedAt_Id",
                table: "Purchases",
                columns: new[] { "TenantId", "PurchasedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_RecordedById",
                table: "Purchases",
                columns: new[] { "TenantId", "RecordedById" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_UpdatedAt_Id",
                table: "Purchases",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PurchaseReturns");

            migrationBuilder.DropTable(
                name: "Purchases");
        }
    }
}
