using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class NeedsBecomeTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "WorkId",
                table: "Needs",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ExecutiveAnsweredAt",
                table: "Complaints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AskedAt",
                table: "AfterSaleChecks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "AskedBy",
                table: "AfterSaleChecks",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rating",
                table: "AfterSaleChecks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "AfterSaleChecks",
                type: "TEXT",
                maxLength: 3000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_WorkId",
                table: "Needs",
                columns: new[] { "TenantId", "WorkId" });

            migrationBuilder.CreateIndex(
                name: "IX_AfterSaleChecks_TenantId_AskedBy",
                table: "AfterSaleChecks",
                columns: new[] { "TenantId", "AskedBy" });

            migrationBuilder.AddForeignKey(
                name: "FK_AfterSaleChecks_Staff_TenantId_AskedBy",
                table: "AfterSaleChecks",
                columns: new[] { "TenantId", "AskedBy" },
                principalTable: "Staff",
                principalColumns: new[] { "TenantId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Needs_WorkItems_TenantId_WorkId",
                table: "Needs",
                columns: new[] { "TenantId", "WorkId" },
                principalTable: "WorkItems",
                principalColumns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AfterSaleChecks_Staff_TenantId_AskedBy",
                table: "AfterSaleChecks");

            migrationBuilder.DropForeignKey(
                name: "FK_Needs_WorkItems_TenantId_WorkId",
                table: "Needs");

            migrationBuilder.DropIndex(
                name: "IX_Needs_TenantId_WorkId",
                table: "Needs");

            migrationBuilder.DropIndex(
                name: "IX_AfterSaleChecks_TenantId_AskedBy",
                table: "AfterSaleChecks");

            migrationBuilder.DropColumn(
                name: "WorkId",
                table: "Needs");

            migrationBuilder.DropColumn(
                name: "ExecutiveAnsweredAt",
                table: "Complaints");

            migrationBuilder.DropColumn(
                name: "AskedAt",
                table: "AfterSaleChecks");

            migrationBuilder.DropColumn(
                name: "AskedBy",
                table: "AfterSaleChecks");

            migrationBuilder.DropColumn(
                name: "Rating",
                table: "AfterSaleChecks");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "AfterSaleChecks");
        }
    }
}
