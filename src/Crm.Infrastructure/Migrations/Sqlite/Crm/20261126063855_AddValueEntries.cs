using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class AddValueEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ValueEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    SourceKey = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    ReversesId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValueEntries", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ValueEntries_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ValueEntries_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ValueEntries_ValueEntries_TenantId_ReversesId",
                        columns: x => new { x.TenantId, x.ReversesId },
                        principalTable: "ValueEntries",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_By",
                table: "ValueEntries",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_CustomerId_OccurredOn_Id",
                table: "ValueEntries",
                columns: new[] { "TenantId", "CustomerId", "OccurredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_OccurredOn_Id",
                table: "ValueEntries",
                columns: new[] { "TenantId", "OccurredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_ReversesId",
                table: "ValueEntries",
                columns: new[] { "TenantId", "ReversesId" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_Source_Id",
                table: "ValueEntries",
                columns: new[] { "TenantId", "Source", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_SourceKey",
                table: "ValueEntries",
                columns: new[] { "TenantId", "SourceKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ValueEntries");
        }
    }
}
