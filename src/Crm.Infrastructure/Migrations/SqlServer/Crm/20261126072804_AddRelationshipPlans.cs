using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddRelationshipPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PlanTemplates",
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
                    table.PrimaryKey("PK_PlanTemplates", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RelationshipPlans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    KeyAccountId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Reached = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AgreedEdition = table.Column<int>(type: "int", nullable: true),
                    AgreedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AgreedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndNote = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    ShareKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelationshipPlans", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_RelationshipPlans_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_RelationshipPlans_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "PlanVersions",
                columns: table => new
                {
                    PlanId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanVersions", x => new { x.TenantId, x.PlanId, x.Number });
                    table.ForeignKey(
                        name: "FK_PlanVersions_RelationshipPlans_TenantId_PlanId",
                        columns: x => new { x.TenantId, x.PlanId },
                        principalTable: "RelationshipPlans",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_PlanVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlanVersions_TenantId_By",
                table: "PlanVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_RelationshipPlans_TenantId_CustomerId_Id",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RelationshipPlans_TenantId_KeyAccountId_Id",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "KeyAccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RelationshipPlans_TenantId_ShareKey",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "ShareKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlanTemplates");

            migrationBuilder.DropTable(
                name: "PlanVersions");

            migrationBuilder.DropTable(
                name: "RelationshipPlans");
        }
    }
}
