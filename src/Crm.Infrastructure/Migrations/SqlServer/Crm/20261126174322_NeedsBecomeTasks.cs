using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
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
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ExecutiveAnsweredAt",
                table: "Complaints",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_WorkId",
                table: "Needs",
                columns: new[] { "TenantId", "WorkId" });

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
                name: "FK_Needs_WorkItems_TenantId_WorkId",
                table: "Needs");

            migrationBuilder.DropIndex(
                name: "IX_Needs_TenantId_WorkId",
                table: "Needs");

            migrationBuilder.DropColumn(
                name: "WorkId",
                table: "Needs");

            migrationBuilder.DropColumn(
                name: "ExecutiveAnsweredAt",
                table: "Complaints");
        }
    }
}
