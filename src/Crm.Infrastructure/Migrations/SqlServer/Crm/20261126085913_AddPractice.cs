using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class AddPractice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AuthorityCode",
                table: "Staff",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

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

            migrationBuilder.AddColumn<byte[]>(
                name: "ComplaintId",
                table: "Commitments",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "KeyAccountId",
                table: "Commitments",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

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
                name: "AfterSaleChecks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Source = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Slot = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AfterDays = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Refusal = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AfterSaleChecks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_AfterSaleChecks_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "AuthorityMatrices",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityMatrices", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AuthorityMatrixVersions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorityMatrixVersions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_AuthorityMatrixVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
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
                name: "Causes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    CodeKey = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ParentId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Controllable = table.Column<bool>(type: "bit", nullable: true),
                    Place = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Causes", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Causes_Causes_TenantId_ParentId",
                        columns: x => new { x.TenantId, x.ParentId },
                        principalTable: "Causes",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ComplaintCells",
                columns: table => new
                {
                    Dimension = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Counts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintCells", x => new { x.TenantId, x.Dimension, x.Period, x.Value });
                });

            migrationBuilder.CreateTable(
                name: "ComplaintDrafts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    TrackingKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintDrafts", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Complaints",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "varchar(11)", unicode: false, maxLength: 11, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Channel = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(180)", maxLength: 180, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: true),
                    Target = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    TargetStaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    IntakeSteps = table.Column<int>(type: "int", nullable: false),
                    Intake = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Severity = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Priority = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Risk = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    TriageReasons = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    WaitingFor = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    EscalationLevel = table.Column<int>(type: "int", nullable: false),
                    InAppeal = table.Column<bool>(type: "bit", nullable: false),
                    FirstHandlerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Instance = table.Column<int>(type: "int", nullable: false),
                    ReopenCount = table.Column<int>(type: "int", nullable: false),
                    FollowUpOfId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    DuplicateOfId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    FirstResolvedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AbuseFlaggedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ResolutionKind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    CauseCode = table.Column<string>(type: "nvarchar(180)", maxLength: 180, nullable: true),
                    CausedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Expectation = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    UnansweredFollowUps = table.Column<int>(type: "int", nullable: false),
                    HelpRequired = table.Column<int>(type: "int", nullable: false),
                    HelpCompleted = table.Column<int>(type: "int", nullable: false),
                    Assessment = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Heard = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Led = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Provided = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    StatementParts = table.Column<int>(type: "int", nullable: false),
                    RemedyCount = table.Column<int>(type: "int", nullable: false),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FirstContactAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    UnansweredSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Unanswered = table.Column<bool>(type: "bit", nullable: false),
                    Transfers = table.Column<int>(type: "int", nullable: false),
                    Booked = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ProductKey = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: true),
                    Recurrences = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TrackingKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    MessageCount = table.Column<int>(type: "int", nullable: false),
                    DeflectionFlags = table.Column<int>(type: "int", nullable: false),
                    LastOverride = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ExecutiveCalledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ExecutiveCalledIn = table.Column<int>(type: "int", nullable: true),
                    OutcomeRating = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Complaints", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Complaints_Complaints_TenantId_DuplicateOfId",
                        columns: x => new { x.TenantId, x.DuplicateOfId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Complaints_Complaints_TenantId_FollowUpOfId",
                        columns: x => new { x.TenantId, x.FollowUpOfId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Complaints_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Complaints_Staff_TenantId_FirstHandlerId",
                        columns: x => new { x.TenantId, x.FirstHandlerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Complaints_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Complaints_Staff_TenantId_TargetStaffId",
                        columns: x => new { x.TenantId, x.TargetStaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "DeclaredConflicts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OtherStaffId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeclaredBy = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclaredConflicts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Staff_TenantId_DeclaredBy",
                        columns: x => new { x.TenantId, x.DeclaredBy },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Staff_TenantId_OtherStaffId",
                        columns: x => new { x.TenantId, x.OtherStaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_DeclaredConflicts_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

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
                name: "HealthScales",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Weights = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthScales", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "KeyAccounts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Tier = table.Column<string>(type: "varchar(50)", unicode: false, maxLength: 50, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Team = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ManagerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SponsorId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Cadence = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    LapsedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Slot = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccounts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_KeyAccounts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccounts_Staff_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccounts_Staff_TenantId_SponsorId",
                        columns: x => new { x.TenantId, x.SponsorId },
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
                name: "Macros",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "varchar(35)", unicode: false, maxLength: 35, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Macros", x => new { x.TenantId, x.Id });
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
                name: "Phrases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Better = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Effect = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Excuses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Phrases", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplates",
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
                    table.PrimaryKey("PK_PlanTemplates", x => new { x.TenantId, x.Id });
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
                name: "Purchases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    PurchasedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    DiscountAmount = table.Column<long>(type: "bigint", nullable: false),
                    MarginAmount = table.Column<long>(type: "bigint", nullable: true),
                    ReturnedAmount = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedMargin = table.Column<long>(type: "bigint", nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChannelCode = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    RecordedById = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purchases", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Purchases_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Purchases_Staff_TenantId_RecordedById",
                        columns: x => new { x.TenantId, x.RecordedById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

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

            migrationBuilder.CreateTable(
                name: "ValueEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    SourceKey = table.Column<byte[]>(type: "varbinary(300)", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    ReversesId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValueEntries", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ValueEntries_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ValueEntries_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ValueEntries_ValueEntries_TenantId_ReversesId",
                        columns: x => new { x.TenantId, x.ReversesId },
                        principalTable: "ValueEntries",
                        principalColumns: new[] { "TenantId", "Id" });
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
                name: "CorrectiveActions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: true),
                    CauseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: true),
                    Check = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CancellationReason = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectiveActions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Causes_TenantId_CauseId",
                        columns: x => new { x.TenantId, x.CauseId },
                        principalTable: "Causes",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ComplaintEvents",
                columns: table => new
                {
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Channel = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Instance = table.Column<int>(type: "int", nullable: false),
                    Details = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintEvents", x => new { x.TenantId, x.ComplaintId, x.Number });
                    table.ForeignKey(
                        name: "FK_ComplaintEvents_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ComplaintEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ComplaintRemedies",
                columns: table => new
                {
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    OfferId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: true),
                    CommitmentId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintRemedies", x => new { x.TenantId, x.ComplaintId, x.Number });
                    table.ForeignKey(
                        name: "FK_ComplaintRemedies_Commitments_TenantId_CommitmentId",
                        columns: x => new { x.TenantId, x.CommitmentId },
                        principalTable: "Commitments",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ComplaintRemedies_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "RemedyGrants",
                columns: table => new
                {
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    OfferId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    GrantedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Approved = table.Column<bool>(type: "bit", nullable: false),
                    HoldsUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemedyGrants", x => new { x.TenantId, x.ComplaintId, x.OfferId, x.Number });
                    table.ForeignKey(
                        name: "FK_RemedyGrants_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_RemedyGrants_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "StatementParts",
                columns: table => new
                {
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Author = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: 300000, nullable: false),
                    Attachments = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementParts", x => new { x.TenantId, x.ComplaintId, x.Number });
                    table.ForeignKey(
                        name: "FK_StatementParts_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_StatementParts_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "HealthEntries",
                columns: table => new
                {
                    KeyAccountId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthEntries", x => new { x.TenantId, x.KeyAccountId, x.At });
                    table.ForeignKey(
                        name: "FK_HealthEntries_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "KeyAccountEvents",
                columns: table => new
                {
                    KeyAccountId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Tier = table.Column<string>(type: "varchar(50)", unicode: false, maxLength: 50, nullable: false),
                    ManagerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SponsorId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyAccountEvents", x => new { x.TenantId, x.KeyAccountId, x.Number });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_Staff_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_KeyAccountEvents_Staff_TenantId_SponsorId",
                        columns: x => new { x.TenantId, x.SponsorId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "RelationshipPlans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    KeyAccountId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Reached = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AgreedEdition = table.Column<int>(type: "int", nullable: true),
                    AgreedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AgreedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndNote = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    ShareKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelationshipPlans", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_RelationshipPlans_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_RelationshipPlans_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Stakeholders",
                columns: table => new
                {
                    KeyAccountId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    DecisionRole = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Attitude = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    ReportsToId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stakeholders", x => new { x.TenantId, x.KeyAccountId, x.CustomerId });
                    table.ForeignKey(
                        name: "FK_Stakeholders_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Stakeholders_Customers_TenantId_ReportsToId",
                        columns: x => new { x.TenantId, x.ReportsToId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Stakeholders_KeyAccounts_TenantId_KeyAccountId",
                        columns: x => new { x.TenantId, x.KeyAccountId },
                        principalTable: "KeyAccounts",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ComplaintMessages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ComplaintId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Instance = table.Column<int>(type: "int", nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    MacroId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    MacroVersion = table.Column<int>(type: "int", nullable: true),
                    CorrectsId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    OverrideReason = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true),
                    Substantive = table.Column<bool>(type: "bit", nullable: false),
                    Deflects = table.Column<bool>(type: "bit", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintMessages", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ComplaintMessages_ComplaintMessages_TenantId_CorrectsId",
                        columns: x => new { x.TenantId, x.CorrectsId },
                        principalTable: "ComplaintMessages",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ComplaintMessages_Complaints_TenantId_ComplaintId",
                        columns: x => new { x.TenantId, x.ComplaintId },
                        principalTable: "Complaints",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ComplaintMessages_Macros_TenantId_MacroId",
                        columns: x => new { x.TenantId, x.MacroId },
                        principalTable: "Macros",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ComplaintMessages_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "MacroVersions",
                columns: table => new
                {
                    MacroId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "varchar(35)", unicode: false, maxLength: 35, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MacroVersions", x => new { x.TenantId, x.MacroId, x.Id });
                    table.ForeignKey(
                        name: "FK_MacroVersions_Macros_TenantId_MacroId",
                        columns: x => new { x.TenantId, x.MacroId },
                        principalTable: "Macros",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_MacroVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
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
                    OwnerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
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
                    table.ForeignKey(
                        name: "FK_Clocks_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
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
                name: "PurchaseReturns",
                columns: table => new
                {
                    PurchaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    MarginAmount = table.Column<long>(type: "bigint", nullable: true),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseReturns", x => new { x.TenantId, x.PurchaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_PurchaseReturns_Purchases_TenantId_PurchaseId",
                        columns: x => new { x.TenantId, x.PurchaseId },
                        principalTable: "Purchases",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_PurchaseReturns_Staff_TenantId_By",
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
                name: "PlanVersions",
                columns: table => new
                {
                    PlanId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanVersions", x => new { x.TenantId, x.PlanId, x.Number });
                    table.ForeignKey(
                        name: "FK_PlanVersions_RelationshipPlans_TenantId_PlanId",
                        columns: x => new { x.TenantId, x.PlanId },
                        principalTable: "RelationshipPlans",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_PlanVersions_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
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
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers",
                columns: new[] { "TenantId", "State", "Id", "Lifecycle", "Kind", "Language", "SilentOn", "SilentUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_Purpose_CustomerId_At_Id",
                table: "Consents",
                columns: new[] { "TenantId", "Purpose", "CustomerId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_ComplaintId_State",
                table: "Commitments",
                columns: new[] { "TenantId", "ComplaintId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_KeyAccountId_Id",
                table: "Commitments",
                columns: new[] { "TenantId", "KeyAccountId", "Id" });

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
                name: "IX_AfterSaleChecks_TenantId_CustomerId_Id",
                table: "AfterSaleChecks",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AfterSaleChecks_TenantId_DueAt_Id",
                table: "AfterSaleChecks",
                columns: new[] { "TenantId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AfterSaleChecks_TenantId_Slot",
                table: "AfterSaleChecks",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AfterSaleChecks_TenantId_State_Id",
                table: "AfterSaleChecks",
                columns: new[] { "TenantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityMatrixVersions_TenantId_By",
                table: "AuthorityMatrixVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorityMatrixVersions_TenantId_Number",
                table: "AuthorityMatrixVersions",
                columns: new[] { "TenantId", "Number" },
                unique: true);

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
                name: "IX_Causes_TenantId_CodeKey",
                table: "Causes",
                columns: new[] { "TenantId", "CodeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Causes_TenantId_ParentId_Id",
                table: "Causes",
                columns: new[] { "TenantId", "ParentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Causes_TenantId_Place_Id",
                table: "Causes",
                columns: new[] { "TenantId", "Place", "Id" });

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
                name: "IX_Clocks_TenantId_OwnerId",
                table: "Clocks",
                columns: new[] { "TenantId", "OwnerId" });

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
                name: "IX_ComplaintDrafts_TenantId_TrackingKey",
                table: "ComplaintDrafts",
                columns: new[] { "TenantId", "TrackingKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintEvents_TenantId_By",
                table: "ComplaintEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintMessages_TenantId_By",
                table: "ComplaintMessages",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintMessages_TenantId_ComplaintId_Id",
                table: "ComplaintMessages",
                columns: new[] { "TenantId", "ComplaintId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintMessages_TenantId_CorrectsId",
                table: "ComplaintMessages",
                columns: new[] { "TenantId", "CorrectsId" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintMessages_TenantId_MacroId",
                table: "ComplaintMessages",
                columns: new[] { "TenantId", "MacroId" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintRemedies_TenantId_CommitmentId",
                table: "ComplaintRemedies",
                columns: new[] { "TenantId", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Category_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Category", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_Category_ResolvedAt",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "Category", "ResolvedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_ProductKey_ResolvedAt",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "ProductKey", "ResolvedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_ResolvedAt_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "ResolvedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Channel_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Channel", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CustomerId_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_DuplicateOfId",
                table: "Complaints",
                columns: new[] { "TenantId", "DuplicateOfId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_FirstHandlerId",
                table: "Complaints",
                columns: new[] { "TenantId", "FirstHandlerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_FollowUpOfId",
                table: "Complaints",
                columns: new[] { "TenantId", "FollowUpOfId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_OwnerId_Stage_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "OwnerId", "Stage", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_ReceivedAt_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Reference",
                table: "Complaints",
                columns: new[] { "TenantId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Severity_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Severity", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Stage_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Stage", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_TargetStaffId",
                table: "Complaints",
                columns: new[] { "TenantId", "TargetStaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_TrackingKey",
                table: "Complaints",
                columns: new[] { "TenantId", "TrackingKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Unanswered_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Unanswered", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_UpdatedAt_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_CauseId_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "CauseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_DueOn_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_OwnerId_DueOn_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "OwnerId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_State_DueOn_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "State", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_UpdatedAt_Id",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_CustomerId_Id",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_DeclaredBy",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "DeclaredBy" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_OtherStaffId_Id",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "OtherStaffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredConflicts_TenantId_StaffId_Id",
                table: "DeclaredConflicts",
                columns: new[] { "TenantId", "StaffId", "Id" });

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
                name: "IX_KeyAccountEvents_TenantId_By",
                table: "KeyAccountEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccountEvents_TenantId_ManagerId",
                table: "KeyAccountEvents",
                columns: new[] { "TenantId", "ManagerId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccountEvents_TenantId_SponsorId",
                table: "KeyAccountEvents",
                columns: new[] { "TenantId", "SponsorId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_CustomerId_EndedAt_Tier_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "CustomerId", "EndedAt", "Tier", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_EndedAt_Tier_CustomerId",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "EndedAt", "Tier", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_ManagerId_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "ManagerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_ReviewOn_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "ReviewOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_Slot",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyAccounts_TenantId_SponsorId_Id",
                table: "KeyAccounts",
                columns: new[] { "TenantId", "SponsorId", "Id" });

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
                name: "IX_MacroVersions_TenantId_By",
                table: "MacroVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_MacroVersions_TenantId_MacroId_Number",
                table: "MacroVersions",
                columns: new[] { "TenantId", "MacroId", "Number" },
                unique: true);

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
                name: "IX_Phrases_TenantId_RemovedAt_Id",
                table: "Phrases",
                columns: new[] { "TenantId", "RemovedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanVersions_TenantId_By",
                table: "PlanVersions",
                columns: new[] { "TenantId", "By" });

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
                name: "IX_ProgrammeVersions_TenantId_By",
                table: "ProgrammeVersions",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeVersions_TenantId_ProgrammeId_Number",
                table: "ProgrammeVersions",
                columns: new[] { "TenantId", "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseReturns_TenantId_By",
                table: "PurchaseReturns",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_CustomerId_PurchasedAt_Id",
                table: "Purchases",
                columns: new[] { "TenantId", "CustomerId", "PurchasedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_PurchasedAt_Id",
                table: "Purchases",
                columns: new[] { "TenantId", "PurchasedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_RecordedById",
                table: "Purchases",
                columns: new[] { "TenantId", "RecordedById" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_TenantId_UpdatedAt_Id",
                table: "Purchases",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

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
                name: "IX_RelationshipPlans_TenantId_CustomerId_Id",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RelationshipPlans_TenantId_KeyAccountId_Id",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "KeyAccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RelationshipPlans_TenantId_ShareKey",
                table: "RelationshipPlans",
                columns: new[] { "TenantId", "ShareKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RemedyGrants_TenantId_By_Kind_GrantedAt_HoldsUntil_Approved_Currency_Amount_Points",
                table: "RemedyGrants",
                columns: new[] { "TenantId", "By", "Kind", "GrantedAt", "HoldsUntil", "Approved", "Currency", "Amount", "Points" });

            migrationBuilder.CreateIndex(
                name: "IX_RemedyGrants_TenantId_OfferId",
                table: "RemedyGrants",
                columns: new[] { "TenantId", "OfferId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rewards_TenantId_ProgrammeId_Id",
                table: "Rewards",
                columns: new[] { "TenantId", "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholders_TenantId_CustomerId",
                table: "Stakeholders",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholders_TenantId_ReportsToId",
                table: "Stakeholders",
                columns: new[] { "TenantId", "ReportsToId" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementParts_TenantId_By",
                table: "StatementParts",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_By",
                table: "ValueEntries",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_CustomerId_OccurredOn_Id",
                table: "ValueEntries",
                columns: new[] { "TenantId", "CustomerId", "OccurredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_OccurredOn_Id",
                table: "ValueEntries",
                columns: new[] { "TenantId", "OccurredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_ReversesId",
                table: "ValueEntries",
                columns: new[] { "TenantId", "ReversesId" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_Source_Id",
                table: "ValueEntries",
                columns: new[] { "TenantId", "Source", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueEntries_TenantId_SourceKey",
                table: "ValueEntries",
                columns: new[] { "TenantId", "SourceKey" },
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

            migrationBuilder.AddForeignKey(
                name: "FK_Commitments_Complaints_TenantId_ComplaintId",
                table: "Commitments",
                columns: new[] { "TenantId", "ComplaintId" },
                principalTable: "Complaints",
                principalColumns: new[] { "TenantId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Commitments_KeyAccounts_TenantId_KeyAccountId",
                table: "Commitments",
                columns: new[] { "TenantId", "KeyAccountId" },
                principalTable: "KeyAccounts",
                principalColumns: new[] { "TenantId", "Id" });

            // What is there already: a wish to be left alone counts for every channel until it is said anew.
            migrationBuilder.Sql("""
                UPDATE Customers SET
                    Kind = CASE WHEN Profile LIKE '%"kind":"organisation"%' THEN 'Organisation' ELSE 'Person' END,
                    Language = CASE WHEN CHARINDEX('"language":"', Profile) = 0 THEN NULL ELSE LOWER(LEFT(
                        REPLACE(SUBSTRING(Profile, CHARINDEX('"language":"', Profile) + 12, 9), '"', '-'),
                        CHARINDEX('-', REPLACE(SUBSTRING(Profile, CHARINDEX('"language":"', Profile) + 12, 9), '"', '-') + '-') - 1)) END,
                    SilentOn = CASE WHEN DoNotContact IS NULL THEN 0 ELSE 127 END
                """);
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

            migrationBuilder.DropForeignKey(
                name: "FK_Commitments_Complaints_TenantId_ComplaintId",
                table: "Commitments");

            migrationBuilder.DropForeignKey(
                name: "FK_Commitments_KeyAccounts_TenantId_KeyAccountId",
                table: "Commitments");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "AfterSaleChecks");

            migrationBuilder.DropTable(
                name: "AuthorityMatrices");

            migrationBuilder.DropTable(
                name: "AuthorityMatrixVersions");

            migrationBuilder.DropTable(
                name: "CallbackEvents");

            migrationBuilder.DropTable(
                name: "ClockEvents");

            migrationBuilder.DropTable(
                name: "ComplaintCells");

            migrationBuilder.DropTable(
                name: "ComplaintDrafts");

            migrationBuilder.DropTable(
                name: "ComplaintEvents");

            migrationBuilder.DropTable(
                name: "ComplaintMessages");

            migrationBuilder.DropTable(
                name: "ComplaintRemedies");

            migrationBuilder.DropTable(
                name: "CorrectiveActions");

            migrationBuilder.DropTable(
                name: "DeclaredConflicts");

            migrationBuilder.DropTable(
                name: "GestureRules");

            migrationBuilder.DropTable(
                name: "Gestures");

            migrationBuilder.DropTable(
                name: "HealthEntries");

            migrationBuilder.DropTable(
                name: "HealthScales");

            migrationBuilder.DropTable(
                name: "KeyAccountEvents");

            migrationBuilder.DropTable(
                name: "KnowledgeGaps");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "LotAllocations");

            migrationBuilder.DropTable(
                name: "Lots");

            migrationBuilder.DropTable(
                name: "MacroVersions");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "Phrases");

            migrationBuilder.DropTable(
                name: "PlanTemplates");

            migrationBuilder.DropTable(
                name: "PlanVersions");

            migrationBuilder.DropTable(
                name: "PolicyVersions");

            migrationBuilder.DropTable(
                name: "ProgrammeVersions");

            migrationBuilder.DropTable(
                name: "PurchaseReturns");

            migrationBuilder.DropTable(
                name: "Redemptions");

            migrationBuilder.DropTable(
                name: "RemedyGrants");

            migrationBuilder.DropTable(
                name: "RewardStocks");

            migrationBuilder.DropTable(
                name: "Segments");

            migrationBuilder.DropTable(
                name: "Stakeholders");

            migrationBuilder.DropTable(
                name: "StatementParts");

            migrationBuilder.DropTable(
                name: "ValueEntries");

            migrationBuilder.DropTable(
                name: "WorkEvents");

            migrationBuilder.DropTable(
                name: "Callbacks");

            migrationBuilder.DropTable(
                name: "Clocks");

            migrationBuilder.DropTable(
                name: "Causes");

            migrationBuilder.DropTable(
                name: "Macros");

            migrationBuilder.DropTable(
                name: "RelationshipPlans");

            migrationBuilder.DropTable(
                name: "Purchases");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Rewards");

            migrationBuilder.DropTable(
                name: "Complaints");

            migrationBuilder.DropTable(
                name: "WorkItems");

            migrationBuilder.DropTable(
                name: "Policies");

            migrationBuilder.DropTable(
                name: "KeyAccounts");

            migrationBuilder.DropTable(
                name: "Programmes");

            migrationBuilder.DropIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Consents_TenantId_Purpose_CustomerId_At_Id",
                table: "Consents");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_TenantId_ComplaintId_State",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_TenantId_KeyAccountId_Id",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_CommitmentEvents_TenantId_AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropIndex(
                name: "IX_CommitmentEvents_TenantId_ResponsibleId",
                table: "CommitmentEvents");

            migrationBuilder.DropColumn(
                name: "AuthorityCode",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "SkillKeys",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Skills",
                table: "Staff");

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

            migrationBuilder.DropColumn(
                name: "ComplaintId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "KeyAccountId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "AccountableId",
                table: "CommitmentEvents");

            migrationBuilder.DropColumn(
                name: "ResponsibleId",
                table: "CommitmentEvents");
        }
    }
}
