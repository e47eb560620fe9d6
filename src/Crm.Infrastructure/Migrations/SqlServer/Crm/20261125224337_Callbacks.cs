using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class Callbacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SkillKeys",
                table: "Staff",
                type: "nvarchar(2600)",
                maxLength: 2600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Skills",
                table: "Staff",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "AccountableId",
                table: "CommitmentEvents",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ResponsibleId",
                table: "CommitmentEvents",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    From = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    To = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DelegateId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Cancelled = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Absences_Staff_TenantId_DelegateId",
                        columns: x => new { x.TenantId, x.DelegateId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Absences_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Callbacks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    WindowFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    WindowTo = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    Priority = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    InteractionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Windows = table.Column<int>(type: "int", nullable: false),
                    MissedWindows = table.Column<int>(type: "int", nullable: false),
                    MissedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TriedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastAttemptAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LastOutcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Callbacks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Callbacks_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Callbacks_Interactions_TenantId_InteractionId",
                        columns: x => new { x.TenantId, x.InteractionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Callbacks_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeGaps",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    InteractionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Question = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: false),
                    CommitmentId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AskedById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AnsweredById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    WithdrawalReason = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeGaps", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_KnowledgeGaps_Commitments_TenantId_CommitmentId",
                        columns: x => new { x.TenantId, x.CommitmentId },
                        principalTable: "Commitments",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KnowledgeGaps_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KnowledgeGaps_Interactions_TenantId_InteractionId",
                        columns: x => new { x.TenantId, x.InteractionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KnowledgeGaps_Staff_TenantId_AnsweredById",
                        columns: x => new { x.TenantId, x.AnsweredById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KnowledgeGaps_Staff_TenantId_AskedById",
                        columns: x => new { x.TenantId, x.AskedById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KnowledgeGaps_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DeliverAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Notifications_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Notifications_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Policies",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EffectiveFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Policies", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "WorkItems",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(900)", maxLength: 900, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Priority = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RequiredSkill = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(39)", maxLength: 39, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RankAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OwnedSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AccountableId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Transfers = table.Column<int>(type: "int", nullable: false),
                    Returns = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    HandOverToId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    HandOverById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    HandOverAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    HandOverUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    HandOverNote = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkItems", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_WorkItems_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_AccountableId",
                        columns: x => new { x.TenantId, x.AccountableId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_HandOverById",
                        columns: x => new { x.TenantId, x.HandOverById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_HandOverToId",
                        columns: x => new { x.TenantId, x.HandOverToId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CallbackEvents",
                columns: table => new
                {
                    CallbackId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Attempt = table.Column<int>(type: "int", nullable: true),
                    InteractionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    WindowFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    WindowTo = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TimeZone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallbackEvents", x => new { x.TenantId, x.CallbackId, x.Number });
                    table.ForeignKey(
                        name: "FK_CallbackEvents_Callbacks_TenantId_CallbackId",
                        columns: x => new { x.TenantId, x.CallbackId },
                        principalTable: "Callbacks",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CallbackEvents_Interactions_TenantId_InteractionId",
                        columns: x => new { x.TenantId, x.InteractionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CallbackEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CallbackEvents_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Clocks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Metric = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Instance = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PausedIn = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    MostPauseMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    Rungs = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TargetMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    CalendarId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    CalendarVersion = table.Column<int>(type: "int", nullable: true),
                    PolicyId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    PolicyVersion = table.Column<int>(type: "int", nullable: true),
                    CountedFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ElapsedMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    WaitsFor = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    PausedMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    BreachedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    WakesAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clocks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Clocks_Calendars_TenantId_CalendarId",
                        columns: x => new { x.TenantId, x.CalendarId },
                        principalTable: "Calendars",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Clocks_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Clocks_Policies_TenantId_PolicyId",
                        columns: x => new { x.TenantId, x.PolicyId },
                        principalTable: "Policies",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "PolicyVersions",
                columns: table => new
                {
                    PolicyId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EffectiveFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyVersions", x => new { x.TenantId, x.PolicyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Policies_TenantId_PolicyId",
                        columns: x => new { x.TenantId, x.PolicyId },
                        principalTable: "Policies",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "WorkEvents",
                columns: table => new
                {
                    WorkId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    From = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    To = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Until = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkEvents", x => new { x.TenantId, x.WorkId, x.Number });
                    table.ForeignKey(
                        name: "FK_WorkEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkEvents_Staff_TenantId_From",
                        columns: x => new { x.TenantId, x.From },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkEvents_Staff_TenantId_To",
                        columns: x => new { x.TenantId, x.To },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_WorkEvents_WorkItems_TenantId_WorkId",
                        columns: x => new { x.TenantId, x.WorkId },
                        principalTable: "WorkItems",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ClockEvents",
                columns: table => new
                {
                    ClockId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    ElapsedMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    WaitsFor = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Percent = table.Column<int>(type: "int", nullable: true),
                    Level = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TargetMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    CalendarId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    CalendarVersion = table.Column<int>(type: "int", nullable: true),
                    PolicyId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    PolicyVersion = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockEvents", x => new { x.TenantId, x.ClockId, x.Number });
                    table.ForeignKey(
                        name: "FK_ClockEvents_Calendars_TenantId_CalendarId",
                        columns: x => new { x.TenantId, x.CalendarId },
                        principalTable: "Calendars",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ClockEvents_Clocks_TenantId_ClockId",
                        columns: x => new { x.TenantId, x.ClockId },
                        principalTable: "Clocks",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ClockEvents_Policies_TenantId_PolicyId",
                        columns: x => new { x.TenantId, x.PolicyId },
                        principalTable: "Policies",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ClockEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentEvents_TenantId_AccountableId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "AccountableId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentEvents_TenantId_ResponsibleId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "ResponsibleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_TenantId_DelegateId_To",
                table: "Absences",
                columns: new[] { "TenantId", "DelegateId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_TenantId_StaffId_From_Id",
                table: "Absences",
                columns: new[] { "TenantId", "StaffId", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackEvents_TenantId_By",
                table: "CallbackEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackEvents_TenantId_InteractionId",
                table: "CallbackEvents",
                columns: new[] { "TenantId", "InteractionId" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackEvents_TenantId_OwnerId",
                table: "CallbackEvents",
                columns: new[] { "TenantId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_CreatedAt",
                table: "Callbacks",
                columns: new[] { "TenantId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_CustomerId_WindowTo_Id",
                table: "Callbacks",
                columns: new[] { "TenantId", "CustomerId", "WindowTo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_InteractionId",
                table: "Callbacks",
                columns: new[] { "TenantId", "InteractionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_OwnerId_WindowTo_Id",
                table: "Callbacks",
                columns: new[] { "TenantId", "OwnerId", "WindowTo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_State_WindowTo_Id",
                table: "Callbacks",
                columns: new[] { "TenantId", "State", "WindowTo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_UpdatedAt_Id",
                table: "Callbacks",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_TenantId_WindowTo_Id",
                table: "Callbacks",
                columns: new[] { "TenantId", "WindowTo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ClockEvents_TenantId_By",
                table: "ClockEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ClockEvents_TenantId_CalendarId",
                table: "ClockEvents",
                columns: new[] { "TenantId", "CalendarId" });

            migrationBuilder.CreateIndex(
                name: "IX_ClockEvents_TenantId_PolicyId",
                table: "ClockEvents",
                columns: new[] { "TenantId", "PolicyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_CalendarId",
                table: "Clocks",
                columns: new[] { "TenantId", "CalendarId" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_CustomerId_Id",
                table: "Clocks",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_DueAt_Id",
                table: "Clocks",
                columns: new[] { "TenantId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_PolicyId",
                table: "Clocks",
                columns: new[] { "TenantId", "PolicyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_State_DueAt_Id",
                table: "Clocks",
                columns: new[] { "TenantId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_Subject_Metric_Instance",
                table: "Clocks",
                columns: new[] { "TenantId", "Subject", "Metric", "Instance" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_TenantId_UpdatedAt_Id",
                table: "Clocks",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_AnsweredById",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "AnsweredById" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_AskedById",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "AskedById" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_CommitmentId",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_CustomerId_Id",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_DueAt_Id",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_InteractionId",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "InteractionId" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_OwnerId_DueAt_Id",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "OwnerId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_State_DueAt_Id",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_UpdatedAt_Id",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TenantId_CustomerId",
                table: "Notifications",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TenantId_StaffId_DeliverAt_Id",
                table: "Notifications",
                columns: new[] { "TenantId", "StaffId", "DeliverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TenantId_StaffId_Id",
                table: "Notifications",
                columns: new[] { "TenantId", "StaffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Policies_TenantId_RetiredAt_Id",
                table: "Policies",
                columns: new[] { "TenantId", "RetiredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_TenantId_By",
                table: "PolicyVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_TenantId_PolicyId_Number",
                table: "PolicyVersions",
                columns: new[] { "TenantId", "PolicyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_By",
                table: "WorkEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_From",
                table: "WorkEvents",
                columns: new[] { "TenantId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_Kind_At_From",
                table: "WorkEvents",
                columns: new[] { "TenantId", "Kind", "At", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkEvents_TenantId_To",
                table: "WorkEvents",
                columns: new[] { "TenantId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_AccountableId_State_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "AccountableId", "State", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_CustomerId_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "CustomerId", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_HandOverById",
                table: "WorkItems",
                columns: new[] { "TenantId", "HandOverById" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_HandOverToId_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "HandOverToId", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_OwnerId_OwnedSince",
                table: "WorkItems",
                columns: new[] { "TenantId", "OwnerId", "OwnedSince" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_OwnerId_State_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "OwnerId", "State", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_State_OwnerId_Priority_RankAt",
                table: "WorkItems",
                columns: new[] { "TenantId", "State", "OwnerId", "Priority", "RankAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_State_RankAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "State", "RankAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_Subject_State_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "Subject", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_UpdatedAt_Id",
                table: "WorkItems",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_AccountableId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "AccountableId" },
                principalTable: "Staff",
                principalColumns: new[] { "TenantId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_ResponsibleId",
                table: "CommitmentEvents",
                columns: new[] { "TenantId", "ResponsibleId" },
                principalTable: "Staff",
                principalColumns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropForeignKey(
                name: "FK_CommitmentEvents_Staff_TenantId_ResponsibleId",
                table: "CommitmentEvents");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "CallbackEvents");

            migrationBuilder.DropTable(
                name: "ClockEvents");

            migrationBuilder.DropTable(
                name: "KnowledgeGaps");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "PolicyVersions");

            migrationBuilder.DropTable(
                name: "WorkEvents");

            migrationBuilder.DropTable(
                name: "Callbacks");

            migrationBuilder.DropTable(
                name: "Clocks");

            migrationBuilder.DropTable(
                name: "WorkItems");

            migrationBuilder.DropTable(
                name: "Policies");

            migrationBuilder.DropIndex(
                name: "IX_CommitmentEvents_TenantId_AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropIndex(
                name: "IX_CommitmentEvents_TenantId_ResponsibleId",
                table: "CommitmentEvents");

            migrationBuilder.DropColumn(
                name: "SkillKeys",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Skills",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropColumn(
                name: "ResponsibleId",
                table: "CommitmentEvents");
        }
    }
}
