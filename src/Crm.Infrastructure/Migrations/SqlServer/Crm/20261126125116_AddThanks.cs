using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddThanks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers");

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

            migrationBuilder.AddColumn<byte[]>(
                name: "MergedIntoId",
                table: "Members",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

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

            migrationBuilder.AddColumn<byte[]>(
                name: "StandingGestureId",
                table: "Gestures",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BirthdayOn",
                table: "Facts",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AddressedBy",
                table: "Customers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Decisions",
                table: "Customers",
                type: "varchar(8000)",
                unicode: false,
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastContactAt",
                table: "Customers",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Marks",
                table: "Customers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "NumbersBegin",
                table: "Customers",
                type: "varchar(80)",
                unicode: false,
                maxLength: 80,
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ReferrerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ReferredId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SourceCode = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Slot = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PurchaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Referrals_Customers_TenantId_ReferredId",
                        columns: x => new { x.TenantId, x.ReferredId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Referrals_Customers_TenantId_ReferrerId",
                        columns: x => new { x.TenantId, x.ReferrerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Referrals_Purchases_TenantId_PurchaseId",
                        columns: x => new { x.TenantId, x.PurchaseId },
                        principalTable: "Purchases",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Referrals_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "StandingGestures",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingGestures", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StandingOccasions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StandingGestureId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Occurrence = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Cause = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Refusal = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    GestureId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingOccasions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_StandingOccasions_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_StandingOccasions_Gestures_TenantId_GestureId",
                        columns: x => new { x.TenantId, x.GestureId },
                        principalTable: "Gestures",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_StandingOccasions_StandingGestures_TenantId_StandingGestureId",
                        columns: x => new { x.TenantId, x.StandingGestureId },
                        principalTable: "StandingGestures",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "StandingRuns",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    After = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingRuns", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_StandingRuns_StandingGestures_TenantId_Id",
                        columns: x => new { x.TenantId, x.Id },
                        principalTable: "StandingGestures",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_LifecycleChanges_TenantId_To_Id",
                table: "LifecycleChanges",
                columns: new[] { "TenantId", "To", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_StandingGestureId_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "StandingGestureId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Facts_TenantId_BirthdayOn_Id",
                table: "Facts",
                columns: new[] { "TenantId", "BirthdayOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_State_Id",
                table: "Customers",
                columns: new[] { "TenantId", "State", "Id" })
                .Annotation("SqlServer:Include", new[] { "Lifecycle", "Kind", "Language", "SilentOn", "SilentUntil", "OwnerId", "AddressedBy", "NumbersBegin", "Marks", "LastContactAt", "Decisions" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_By",
                table: "Referrals",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_PurchaseId",
                table: "Referrals",
                columns: new[] { "TenantId", "PurchaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_ReferredId_Id",
                table: "Referrals",
                columns: new[] { "TenantId", "ReferredId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_ReferrerId_Id",
                table: "Referrals",
                columns: new[] { "TenantId", "ReferrerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_Slot",
                table: "Referrals",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TenantId_State_Id",
                table: "Referrals",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_CustomerId_Id",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_GestureId",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "GestureId" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_StandingGestureId_CustomerId_Occurrence",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "StandingGestureId", "CustomerId", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_StandingGestureId_Id",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "StandingGestureId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingOccasions_TenantId_StandingGestureId_State_DueOn_Id",
                table: "StandingOccasions",
                columns: new[] { "TenantId", "StandingGestureId", "State", "DueOn", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Gestures_StandingGestures_TenantId_StandingGestureId",
                table: "Gestures",
                columns: new[] { "TenantId", "StandingGestureId" },
                principalTable: "StandingGestures",
                principalColumns: new[] { "TenantId", "Id" });

            // What is there already. A customer whose marks are all set is looked up in the terms until the record is saved again.
            migrationBuilder.Sql("""
                IF EXISTS (SELECT 1 FROM [Customers]) EXEC(N'
                UPDATE Customers SET
                    Marks = -1,
                    LastContactAt = (SELECT MAX(i.StartedAt) FROM Interactions i WHERE i.TenantId = Customers.TenantId AND i.CustomerId = Customers.Id
                        AND NOT EXISTS (SELECT 1 FROM InteractionCorrections k WHERE k.TenantId = i.TenantId AND k.OriginalId = i.Id)),
                    AddressedBy = CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6330 AND t.Term < 0x6331) THEN 1 ELSE 0 END
                        + CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6331 AND t.Term < 0x6332) THEN 2 ELSE 0 END
                        + CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6332 AND t.Term < 0x6333) THEN 4 ELSE 0 END
                        + CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6333 AND t.Term < 0x6334) THEN 8 ELSE 0 END,
                    NumbersBegin = (SELECT STRING_AGG(CAST(SUBSTRING(t.Term, 3, 4) AS varchar(4)), '''') FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x63302B AND t.Term < 0x63302C),
                    Decisions = (SELECT STRING_AGG(CAST(CASE d.Decision WHEN ''Granted'' THEN ''+'' ELSE ''!'' END + d.Purpose + ''.'' + CAST(c.N AS varchar(1)) + '' '' AS varchar(max)), '''')
                        FROM Consents d INNER JOIN (SELECT 0 AS N, ''Phone'' AS Name UNION ALL SELECT 1, ''Sms'' UNION ALL SELECT 2, ''Email'' UNION ALL SELECT 3, ''Chat''
                          UNION ALL SELECT 4, ''Post'' UNION ALL SELECT 5, ''Social'' UNION ALL SELECT 6, ''InPerson'') c ON d.Channel IS NULL OR d.Channel = c.Name
                        WHERE d.TenantId = Customers.TenantId AND d.CustomerId = Customers.Id AND NOT EXISTS (
                            SELECT 1 FROM Consents l WHERE l.TenantId = d.TenantId AND l.CustomerId = d.CustomerId AND l.Purpose = d.Purpose AND (l.Channel IS NULL OR l.Channel = c.Name)
                                AND (l.At > d.At OR (l.At = d.At AND l.Id > d.Id))))');
                """);

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
            migrationBuilder.DropForeignKey(
                name: "FK_Gestures_StandingGestures_TenantId_StandingGestureId",
                table: "Gestures");

            migrationBuilder.DropTable(
                name: "CampaignSpendings");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "StandingOccasions");

            migrationBuilder.DropTable(
                name: "StandingRuns");

            migrationBuilder.DropTable(
                name: "StandingGestures");

            migrationBuilder.DropIndex(
                name: "IX_LifecycleChanges_TenantId_To_Id",
                table: "LifecycleChanges");

            migrationBuilder.DropIndex(
                name: "IX_Gestures_TenantId_StandingGestureId_Id",
                table: "Gestures");

            migrationBuilder.DropIndex(
                name: "IX_Facts_TenantId_BirthdayOn_Id",
                table: "Facts");

            migrationBuilder.DropIndex(
                name: "IX_Customers_TenantId_State_Id",
                table: "Customers");

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
                name: "MergedIntoId",
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

            migrationBuilder.DropColumn(
                name: "StandingGestureId",
                table: "Gestures");

            migrationBuilder.DropColumn(
                name: "BirthdayOn",
                table: "Facts");

            migrationBuilder.DropColumn(
                name: "AddressedBy",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Decisions",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "LastContactAt",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Marks",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "NumbersBegin",
                table: "Customers");

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

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers",
                columns: new[] { "TenantId", "State", "Id", "Lifecycle", "Kind", "Language", "SilentOn", "SilentUntil" });
        }
    }
}
