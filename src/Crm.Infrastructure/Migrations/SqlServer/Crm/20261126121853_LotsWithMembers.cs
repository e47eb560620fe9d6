using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "BalanceUntil",
                table: "Members",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Held",
                table: "Members",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "NextExpiring",
                table: "Members",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextExpiry",
                table: "Members",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpenLots",
                table: "Members",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Pending",
                table: "Members",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // What stands in the lots of which something is left goes to their members, whose balance is reckoned from there until it changes next.
            migrationBuilder.Sql("UPDATE [Members] SET [BalanceUntil] = '19700101';");
            migrationBuilder.Sql("""
                IF EXISTS (SELECT 1 FROM [Lots]) EXEC(N'
                UPDATE m SET [OpenLots] = COALESCE((
                    SELECT N''['' + STRING_AGG(CAST(CONCAT(
                        ''['', l.[Number], '','', l.[EntryNumber], '','', l.[Points], '','', l.[Remaining], '',"'', l.[State], ''",'', DATEDIFF_BIG(millisecond, ''19700101'', l.[EarnedAt]), '','',
                        COALESCE(CAST(DATEDIFF_BIG(millisecond, ''19700101'', l.[AvailableAt]) AS varchar(20)), ''null''), '','',
                        COALESCE(CAST(DATEDIFF_BIG(millisecond, ''19700101'', l.[ExpiresAt]) AS varchar(20)), ''null''), '','', CAST(l.[Slides] AS int), '','',
                        COALESCE(''"'' + l.[Subject] + ''"'', ''null''), '','', COALESCE(''"'' + l.[RuleCode] + ''"'', ''null''), '','', l.[Qualifying], '']'') AS nvarchar(max)), N'','') + N'']''
                    FROM [Lots] l WHERE l.[TenantId] = m.[TenantId] AND l.[MemberId] = m.[Id] AND l.[Remaining] > 0), N''[]'')
                FROM [Members] m');
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Lots",
                type: "nvarchar(32)",
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
