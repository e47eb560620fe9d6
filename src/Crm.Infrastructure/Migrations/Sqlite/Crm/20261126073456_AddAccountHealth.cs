using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class AddAccountHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HealthEntries",
                columns: table => new
                {
                    KeyAccountId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthEntries", x => new { x.TenantId, x.KeyAccountId, x.At });
                    table.ForeignKey(
                        name: "FK_HealthEntries_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "HealthScales",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthScales", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Stakeholders",
                columns: table => new
                {
                    KeyAccountId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    DecisionRole = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Attitude = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ReportsToId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stakeholders", x => new { x.TenantId, x.KeyAccountId, x.CustomerId });
                    table.ForeignKey(
                        name: "FK_Stakeholders_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Stakeholders_Customers_TenantId_ReportsToId",
                        columns: x => new { x.TenantId, x.ReportsToId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Stakeholders_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholders_TenantId_CustomerId",
                table: "Stakeholders",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholders_TenantId_ReportsToId",
                table: "Stakeholders",
                columns: new[] { "TenantId", "ReportsToId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HealthEntries");

            migrationBuilder.DropTable(
                name: "HealthScales");

            migrationBuilder.DropTable(
                name: "Stakeholders");
        }
    }
}
