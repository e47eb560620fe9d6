using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.Sqlite.Crm
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AttributeDefinitions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributeDefinitions", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CredentialId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CredentialName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StaffId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ResourceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CustomerMergeMoves",
                columns: table => new
                {
                    MergeId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Key1 = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    Key2 = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerMergeMoves", x => new { x.TenantId, x.MergeId, x.Reference, x.Key1, x.Key2 });
                });

            migrationBuilder.CreateTable(
                name: "ExternalIds",
                columns: table => new
                {
                    ResourceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ExternalId = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalIds", x => new { x.TenantId, x.ResourceType, x.ExternalId });
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    TypeVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Staff",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    PreferredName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    LanguageKeys = table.Column<string>(type: "TEXT", maxLength: 4100, nullable: false),
                    ManagerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Staff", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Staff_Staff_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "StoredAnswers",
                columns: table => new
                {
                    KeyHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredAnswers", x => new { x.TenantId, x.KeyHash });
                });

            migrationBuilder.CreateTable(
                name: "Customers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    Lifecycle = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 401, nullable: false),
                    NameKey = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    SurvivorId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    DoNotContact = table.Column<string>(type: "TEXT", nullable: true),
                    Erasure = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Customers_Customers_TenantId_SurvivorId",
                        columns: x => new { x.TenantId, x.SurvivorId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Customers_Staff_TenantId_OwnerId",
                        columns: x => new { x.TenantId, x.OwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Consents_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Consents_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CustomerMerges",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    SurvivorId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    LoserId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SurvivorBefore = table.Column<string>(type: "TEXT", nullable: true),
                    SurvivorAfter = table.Column<string>(type: "TEXT", nullable: true),
                    LoserBefore = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerMerges", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_CustomerMerges_Customers_TenantId_LoserId",
                        columns: x => new { x.TenantId, x.LoserId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CustomerMerges_Customers_TenantId_SurvivorId",
                        columns: x => new { x.TenantId, x.SurvivorId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CustomerTerms",
                columns: table => new
                {
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Term = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerTerms", x => new { x.TenantId, x.CustomerId, x.Term });
                    table.ForeignKey(
                        name: "FK_CustomerTerms_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CustomerWatchers",
                columns: table => new
                {
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    StaffId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerWatchers", x => new { x.TenantId, x.CustomerId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_CustomerWatchers_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_CustomerWatchers_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Facts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    OnlyFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Facts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Facts_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Facts_Staff_TenantId_OnlyFor",
                        columns: x => new { x.TenantId, x.OnlyFor },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Interactions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    EmotionAtStart = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    EmotionAtEnd = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Visibility = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StaffId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    RecordedById = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Author = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    FollowUpOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FollowUpOwnerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    ClosesFollowUpOfId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    CorrectsId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interactions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Interactions_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Interactions_TenantId_ClosesFollowUpOfId",
                        columns: x => new { x.TenantId, x.ClosesFollowUpOfId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Interactions_TenantId_CorrectsId",
                        columns: x => new { x.TenantId, x.CorrectsId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Staff_TenantId_FollowUpOwnerId",
                        columns: x => new { x.TenantId, x.FollowUpOwnerId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Staff_TenantId_RecordedById",
                        columns: x => new { x.TenantId, x.RecordedById },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "LifecycleChanges",
                columns: table => new
                {
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LifecycleChanges", x => new { x.TenantId, x.CustomerId, x.Id });
                    table.ForeignKey(
                        name: "FK_LifecycleChanges_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Needs",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ExpectedFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Needs", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Needs_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Needs_Staff_TenantId_By",
                        columns: x => new { x.TenantId, x.By },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Relations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OtherCustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SinceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Slot = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Relations", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Relations_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Relations_Customers_TenantId_OtherCustomerId",
                        columns: x => new { x.TenantId, x.OtherCustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "TimelineEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", maxLength: 70, nullable: true),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    OnlyFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    OnlyForCredential = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimelineEntries", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_TimelineEntries_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "InteractionCorrections",
                columns: table => new
                {
                    OriginalId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrectionId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InteractionCorrections", x => new { x.TenantId, x.OriginalId });
                    table.ForeignKey(
                        name: "FK_InteractionCorrections_Interactions_TenantId_CorrectionId",
                        columns: x => new { x.TenantId, x.CorrectionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_InteractionCorrections_Interactions_TenantId_OriginalId",
                        columns: x => new { x.TenantId, x.OriginalId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "InteractionParties",
                columns: table => new
                {
                    InteractionId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    CustomerId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    IsMentioned = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InteractionParties", x => new { x.TenantId, x.InteractionId, x.Number });
                    table.ForeignKey(
                        name: "FK_InteractionParties_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_InteractionParties_Interactions_TenantId_InteractionId",
                        columns: x => new { x.TenantId, x.InteractionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_InteractionParties_Staff_TenantId_StaffId",
                        columns: x => new { x.TenantId, x.StaffId },
                        principalTable: "Staff",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_TenantId_Name",
                table: "AttributeDefinitions",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_Action_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "Action", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_CredentialId_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "CredentialId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_ResourceId_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "ResourceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_ResourceType_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "ResourceType", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_StaffId_Id",
                table: "AuditEntries",
                columns: new[] { "TenantId", "StaffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_By",
                table: "Consents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_CustomerId_Id",
                table: "Consents",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerMerges_TenantId_LoserId_Id",
                table: "CustomerMerges",
                columns: new[] { "TenantId", "LoserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerMerges_TenantId_SurvivorId_Id",
                table: "CustomerMerges",
                columns: new[] { "TenantId", "SurvivorId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_Lifecycle_Id",
                table: "Customers",
                columns: new[] { "TenantId", "Lifecycle", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NameKey_Id",
                table: "Customers",
                columns: new[] { "TenantId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_OwnerId_Id",
                table: "Customers",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_SurvivorId",
                table: "Customers",
                columns: new[] { "TenantId", "SurvivorId" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_UpdatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerTerms_TenantId_Term_CustomerId",
                table: "CustomerTerms",
                columns: new[] { "TenantId", "Term", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerWatchers_TenantId_StaffId",
                table: "CustomerWatchers",
                columns: new[] { "TenantId", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_Facts_TenantId_By",
                table: "Facts",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Facts_TenantId_CustomerId_Id",
                table: "Facts",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Facts_TenantId_OnlyFor",
                table: "Facts",
                columns: new[] { "TenantId", "OnlyFor" });

            migrationBuilder.CreateIndex(
                name: "IX_InteractionCorrections_TenantId_CorrectionId",
                table: "InteractionCorrections",
                columns: new[] { "TenantId", "CorrectionId" });

            migrationBuilder.CreateIndex(
                name: "IX_InteractionParties_TenantId_CustomerId_InteractionId",
                table: "InteractionParties",
                columns: new[] { "TenantId", "CustomerId", "InteractionId" });

            migrationBuilder.CreateIndex(
                name: "IX_InteractionParties_TenantId_StaffId_InteractionId",
                table: "InteractionParties",
                columns: new[] { "TenantId", "StaffId", "InteractionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_Channel_StartedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "Channel", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_ClosesFollowUpOfId",
                table: "Interactions",
                columns: new[] { "TenantId", "ClosesFollowUpOfId" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_CorrectsId",
                table: "Interactions",
                columns: new[] { "TenantId", "CorrectsId" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_CustomerId_FollowUpOn",
                table: "Interactions",
                columns: new[] { "TenantId", "CustomerId", "FollowUpOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_CustomerId_StartedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "CustomerId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_EmotionAtStart_StartedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "EmotionAtStart", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_FollowUpOwnerId",
                table: "Interactions",
                columns: new[] { "TenantId", "FollowUpOwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_Outcome_StartedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "Outcome", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_RecordedById",
                table: "Interactions",
                columns: new[] { "TenantId", "RecordedById" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_StaffId_StartedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "StaffId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_StartedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_UpdatedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_By",
                table: "Needs",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_CustomerId_Id",
                table: "Needs",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_ExpectedFrom_Id",
                table: "Needs",
                columns: new[] { "TenantId", "ExpectedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Relations_TenantId_CustomerId_Id",
                table: "Relations",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Relations_TenantId_OtherCustomerId_Id",
                table: "Relations",
                columns: new[] { "TenantId", "OtherCustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Relations_TenantId_Slot",
                table: "Relations",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Staff_TenantId_ManagerId_Id",
                table: "Staff",
                columns: new[] { "TenantId", "ManagerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Staff_TenantId_NameKey_Id",
                table: "Staff",
                columns: new[] { "TenantId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Staff_TenantId_UpdatedAt_Id",
                table: "Staff",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredAnswers_TenantId_ExpiresAt",
                table: "StoredAnswers",
                columns: new[] { "TenantId", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_TenantId_CustomerId_At_Id",
                table: "TimelineEntries",
                columns: new[] { "TenantId", "CustomerId", "At", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttributeDefinitions");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "CustomerMergeMoves");

            migrationBuilder.DropTable(
                name: "CustomerMerges");

            migrationBuilder.DropTable(
                name: "CustomerTerms");

            migrationBuilder.DropTable(
                name: "CustomerWatchers");

            migrationBuilder.DropTable(
                name: "ExternalIds");

            migrationBuilder.DropTable(
                name: "Facts");

            migrationBuilder.DropTable(
                name: "InteractionCorrections");

            migrationBuilder.DropTable(
                name: "InteractionParties");

            migrationBuilder.DropTable(
                name: "LifecycleChanges");

            migrationBuilder.DropTable(
                name: "Needs");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "Relations");

            migrationBuilder.DropTable(
                name: "StoredAnswers");

            migrationBuilder.DropTable(
                name: "TimelineEntries");

            migrationBuilder.DropTable(
                name: "Interactions");

            migrationBuilder.DropTable(
                name: "Customers");

            migrationBuilder.DropTable(
                name: "Staff");
        }
    }
}
