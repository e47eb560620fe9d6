using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class StatesInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_RelationshipPlans_TenantId_State_Id",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_Status_ExpectedFrom_Id",
                table: "Needs",
                columns: new[] { "TenantId", "Status", "ExpectedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_State_Id",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_State_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_State_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_State_Id",
                table: "Clocks",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_State_Id",
                table: "Callbacks",
                columns: new[] { "TenantId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RelationshipPlans_TenantId_State_Id",
                table: "RelationshipPlans");

            migrationBuilder.DropIndex(
                name: "IX_Needs_TenantId_Status_ExpectedFrom_Id",
                table: "Needs");

            migrationBuilder.DropIndex(
                name: "IX_KnowledgeGaps_TenantId_State_Id",
                table: "KnowledgeGaps");

            migrationBuilder.DropIndex(
                name: "IX_CorrectiveActions_TenantId_State_Id",
                table: "CorrectiveActions");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_TenantId_State_Id",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Clocks_TenantId_State_Id",
                table: "Clocks");

            migrationBuilder.DropIndex(
                name: "IX_Callbacks_TenantId_State_Id",
                table: "Callbacks");
        }
    }
}
