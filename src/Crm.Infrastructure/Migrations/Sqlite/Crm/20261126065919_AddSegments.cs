using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
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
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Customers",
                type: "TEXT",
                unicode: false,
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SilentOn",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "SilentUntil",
                table: "Customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => new { x.TenantId, x.Id });
                });

            // What is there already: a wish to be left alone counts for every channel until it is said anew.
            migrationBuilder.Sql("""
                UPDATE Customers SET
                    Kind = CASE WHEN Profile LIKE '%"kind":"organisation"%' THEN 'Organisation' ELSE 'Person' END,
                    Language = LOWER(SUBSTR(json_extract(Profile, '$.language'), 1, INSTR(json_extract(Profile, '$.language') || '-', '-') - 1)),
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
