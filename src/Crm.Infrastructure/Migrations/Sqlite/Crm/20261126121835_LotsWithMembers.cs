using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class LotsWithMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Available",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "BalanceUntil",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Held",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "NextExpiring",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "NextExpiry",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpenLots",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Pending",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // What stands in the lots of which something is left goes to their members, whose balance is reckoned from there until it changes next.
            migrationBuilder.Sql("""
                UPDATE Members SET BalanceUntil = 0, OpenLots = COALESCE((
                    SELECT json_group_array(json_array(l.Number, l.EntryNumber, l.Points, l.Remaining, l.State, l.EarnedAt, l.AvailableAt, l.ExpiresAt, l.Slides, l.Subject, l.RuleCode, l.Qualifying))
                    FROM Lots l WHERE l.TenantId = Members.TenantId AND l.MemberId = Members.Id AND l.Remaining > 0), '[]');
                """);

            migrationBuilder.DropIndex(
                name: "IX_Lots_TenantId_MemberId_Remaining",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "Remaining",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Lots");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Available",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BalanceUntil",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "NextExpiring",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "NextExpiry",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "OpenLots",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "Members");

            migrationBuilder.AddColumn<long>(
                name: "Remaining",
                table: "Lots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Lots",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Lots_TenantId_MemberId_Remaining",
                table: "Lots",
                columns: new[] { "TenantId", "MemberId", "Remaining" });
        }
    }
}
