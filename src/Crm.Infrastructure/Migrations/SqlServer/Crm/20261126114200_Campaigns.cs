using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CampaignSpendings",
                columns: table => new
                {
                    ProgrammeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Spent = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignSpendings", x => new { x.TenantId, x.ProgrammeId, x.Code });
                    table.ForeignKey(
                        name: "FK_CampaignSpendings_Programmes_TenantId_ProgrammeId",
                        columns: x => new { x.TenantId, x.ProgrammeId },
                        principalTable: "Programmes",
                        principalColumns: new[] { "TenantId", "Id" });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CampaignSpendings");
        }
    }
}
