using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddLoyalty : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GestureRules",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CooldownDays = table.Column<int>(type: "int", nullable: false),
                    Budgets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GestureRules", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Programmes",
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
                    table.PrimaryKey("PK_Programmes", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ProgrammeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    HeadId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    EntryCount = table.Column<int>(type: "int", nullable: false),
                    LotCount = table.Column<int>(type: "int", nullable: false),
                    Deficit = table.Column<long>(type: "bigint", nullable: false),
                    LapsesAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LapsedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Counters = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TierCode = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    TierSince = table.Column<DateOnly>(type: "date", nullable: true),
                    TierThrough = table.Column<DateOnly>(type: "date", nullable: true),
                    WindowFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    WindowPoints = table.Column<long>(type: "bigint", nullable: false),
                    FormerPoints = table.Column<long>(type: "bigint", nullable: false),
                    TierLooked = table.Column<DateOnly>(type: "date", nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Members_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Members_Programmes_TenantId_ProgrammeId",
                        columns: x => new { x.TenantId, x.ProgrammeId },
                        principalTable: "Programmes",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ProgrammeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeVersions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ProgrammeVersions_Programmes_TenantId_ProgrammeId",
                        columns: x => new { x.TenantId, x.ProgrammeId },
                        principalTable: "Programmes",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ProgrammeVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Rewards",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ProgrammeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rewards", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Rewards_Programmes_TenantId_ProgrammeId",
                        columns: x => new { x.TenantId, x.ProgrammeId },
                        principalTable: "Programmes",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Gestures",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Occasion = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: true),
                    CostAmount = table.Column<long>(type: "bigint", nullable: true),
                    CostCurrency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    MemberId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Concerns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    GivenById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    TeamOfId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    DecidedById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    GivenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gestures", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Gestures_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Gestures_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Gestures_Members_TenantId_MemberId",
                        columns: x => new { x.TenantId, x.MemberId },
                        principalTable: "Members",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Gestures_Staff_TenantId_DecidedById",
                        columns: x => new { x.TenantId, x.DecidedById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Gestures_Staff_TenantId_GivenById",
                        columns: x => new { x.TenantId, x.GivenById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Gestures_Staff_TenantId_TeamOfId",
                        columns: x => new { x.TenantId, x.TeamOfId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    MemberId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    Qualifying = table.Column<long>(type: "bigint", nullable: false),
                    QualifiesAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    EffectiveAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SourceKey = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    RuleCode = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    ProgrammeVersion = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Reverses = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Members_TenantId_MemberId",
                        columns: x => new { x.TenantId, x.MemberId },
                        principalTable: "Members",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "LotAllocations",
                columns: table => new
                {
                    MemberId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    EntryNumber = table.Column<int>(type: "int", nullable: false),
                    LotNumber = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LotAllocations", x => new { x.TenantId, x.MemberId, x.EntryNumber, x.LotNumber });
                    table.ForeignKey(
                        name: "FK_LotAllocations_Members_TenantId_MemberId",
                        columns: x => new { x.TenantId, x.MemberId },
                        principalTable: "Members",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Lots",
                columns: table => new
                {
                    MemberId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    EntryNumber = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    Remaining = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    EarnedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AvailableAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Slides = table.Column<bool>(type: "bit", nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    RuleCode = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Qualifying = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lots", x => new { x.TenantId, x.MemberId, x.Number });
                    table.ForeignKey(
                        name: "FK_Lots_Members_TenantId_MemberId",
                        columns: x => new { x.TenantId, x.MemberId },
                        principalTable: "Members",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Redemptions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RewardId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    MemberId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    FulfilledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    VoucherKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    VoucherUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redemptions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Redemptions_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Redemptions_Members_TenantId_MemberId",
                        columns: x => new { x.TenantId, x.MemberId },
                        principalTable: "Members",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Redemptions_Rewards_TenantId_RewardId",
                        columns: x => new { x.TenantId, x.RewardId },
                        principalTable: "Rewards",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "RewardStocks",
                columns: table => new
                {
                    RewardId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Left = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RewardStocks", x => new { x.TenantId, x.RewardId });
                    table.ForeignKey(
                        name: "FK_RewardStocks_Rewards_TenantId_RewardId",
                        columns: x => new { x.TenantId, x.RewardId },
                        principalTable: "Rewards",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_ComplaintId_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "ComplaintId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_CustomerId_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_DecidedById",
                table: "Gestures",
                columns: new[] { "TenantId", "DecidedById" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_GivenById_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "GivenById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_MemberId",
                table: "Gestures",
                columns: new[] { "TenantId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_State_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Gestures_TenantId_TeamOfId_Id",
                table: "Gestures",
                columns: new[] { "TenantId", "TeamOfId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_TenantId_By",
                table: "LedgerEntries",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_TenantId_MemberId_Id",
                table: "LedgerEntries",
                columns: new[] { "TenantId", "MemberId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_TenantId_MemberId_Kind_SourceKey",
                table: "LedgerEntries",
                columns: new[] { "TenantId", "MemberId", "Kind", "SourceKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_TenantId_Subject",
                table: "LedgerEntries",
                columns: new[] { "TenantId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Lots_TenantId_MemberId_Remaining",
                table: "Lots",
                columns: new[] { "TenantId", "MemberId", "Remaining" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_CustomerId_Id",
                table: "Members",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_HeadId_Id",
                table: "Members",
                columns: new[] { "TenantId", "HeadId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_ProgrammeId_CustomerId",
                table: "Members",
                columns: new[] { "TenantId", "ProgrammeId", "CustomerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_ProgrammeId_DueAt_Id",
                table: "Members",
                columns: new[] { "TenantId", "ProgrammeId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_ProgrammeId_Id",
                table: "Members",
                columns: new[] { "TenantId", "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_TierCode_Id",
                table: "Members",
                columns: new[] { "TenantId", "TierCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_UpdatedAt_Id",
                table: "Members",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeVersions_TenantId_By",
                table: "ProgrammeVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeVersions_TenantId_ProgrammeId_Number",
                table: "ProgrammeVersions",
                columns: new[] { "TenantId", "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_TenantId_CustomerId",
                table: "Redemptions",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_TenantId_MemberId_Id",
                table: "Redemptions",
                columns: new[] { "TenantId", "MemberId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_TenantId_RewardId_MemberId",
                table: "Redemptions",
                columns: new[] { "TenantId", "RewardId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_TenantId_State_Id",
                table: "Redemptions",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_TenantId_VoucherKey",
                table: "Redemptions",
                columns: new[] { "TenantId", "VoucherKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Rewards_TenantId_ProgrammeId_Id",
                table: "Rewards",
                columns: new[] { "TenantId", "ProgrammeId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GestureRules");

            migrationBuilder.DropTable(
                name: "Gestures");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "LotAllocations");

            migrationBuilder.DropTable(
                name: "Lots");

            migrationBuilder.DropTable(
                name: "ProgrammeVersions");

            migrationBuilder.DropTable(
                name: "Redemptions");

            migrationBuilder.DropTable(
                name: "RewardStocks");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Rewards");

            migrationBuilder.DropTable(
                name: "Programmes");
        }
    }
}
