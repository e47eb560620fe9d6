using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class AddKeyAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyAccounts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Tier = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    ManagerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SponsorId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Cadence = table.Column<string>(type: "TEXT", nullable: true),
                    LapsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    Slot = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    EventCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccounts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_KeyAccounts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccounts_Staff_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccounts_Staff_TenantId_SponsorId",
                        columns: x => new { x.TenantId, x.SponsorId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "KeyAccountEvents",
                columns: table => new
                {
                    KeyAccountId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    Tier = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    ManagerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SponsorId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccountEvents", x => new { x.TenantId, x.KeyAccountId, x.Number });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_Staff_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_Staff_TenantId_SponsorId",
                        columns: x => new { x.TenantId, x.SponsorId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccountEvents_TenantId_By",
                table: "KeyAccountEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccountEvents_TenantId_ManagerId",
                table: "KeyAccountEvents",
                columns: new[] { "TenantId", "ManagerId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccountEvents_TenantId_SponsorId",
                table: "KeyAccountEvents",
                columns: new[] { "TenantId", "SponsorId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_CustomerId_EndedAt_Tier_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "CustomerId", "EndedAt", "Tier", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_EndedAt_Tier_CustomerId",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "EndedAt", "Tier", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_ManagerId_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "ManagerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_ReviewOn_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "ReviewOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_Slot",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_SponsorId_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "SponsorId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyAccountEvents");

            migrationBuilder.DropTable(
                name: "KeyAccounts");
        }
    }
}
