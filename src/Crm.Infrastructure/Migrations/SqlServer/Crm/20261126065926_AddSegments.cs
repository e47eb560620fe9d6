using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddSegments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Customers",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Customers",
                type: "varchar(3)",
                unicode: false,
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SilentOn",
                table: "Customers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SilentUntil",
                table: "Customers",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Rule = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => new { x.TenantId, x.Id });
                });

            // What is there already: a wish to be left alone counts for every channel until it is said anew.
            migrationBuilder.Sql("""
                UPDATE Customers SET
                    Kind = CASE WHEN Profile LIKE '%"kind":"organisation"%' THEN 'Organisation' ELSE 'Person' END,
                    Language = LOWER(LEFT(JSON_VALUE(Profile, '$.language'), CHARINDEX('-', JSON_VALUE(Profile, '$.language') + '-') - 1)),
                    SilentOn = CASE WHEN DoNotContact IS NULL THEN 0 ELSE 127 END
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers",
                columns: new[] { "TenantId", "State", "Id", "Lifecycle", "Kind", "Language", "SilentOn", "SilentUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_Purpose_CustomerId_At_Id",
                table: "Consents",
                columns: new[] { "TenantId", "Purpose", "CustomerId", "At", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Segments");

            migrationBuilder.DropIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Consents_TenantId_Purpose_CustomerId_At_Id",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "SilentOn",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "SilentUntil",
                table: "Customers");
        }
    }
}
