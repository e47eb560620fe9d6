using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class KeepLoads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_TenantId_OwnerId_OwnedSince",
                table: "WorkItems");

            migrationBuilder.AddColumn<DateTime>(
                name: "GivenWorkAt",
                table: "Staff",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Load",
                table: "Staff",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // What everybody has to do already.
            migrationBuilder.Sql("""
                IF EXISTS (SELECT 1 FROM [WorkItems]) EXEC(N'
                UPDATE Staff SET
                    [Load] = COALESCE((SELECT SUM(CASE w.Priority WHEN ''Urgent'' THEN 5 WHEN ''High'' THEN 3 WHEN ''Normal'' THEN 2 ELSE 1 END)
                        FROM WorkItems w WHERE w.TenantId = Staff.TenantId AND w.OwnerId = Staff.Id AND w.State = ''Open''), 0),
                    GivenWorkAt = (SELECT MAX(w.OwnedSince) FROM WorkItems w WHERE w.TenantId = Staff.TenantId AND w.OwnerId = Staff.Id)');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "GivenWorkAt",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Load",
                table: "Staff");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_OwnerId_OwnedSince",
                table: "WorkItems",
                columns: new[] { "TenantId", "OwnerId", "OwnedSince" });
        }
    }
}
