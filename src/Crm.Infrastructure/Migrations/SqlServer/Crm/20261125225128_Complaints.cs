using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class Complaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "ComplaintId",
                table: "Commitments",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TenantId_ComplaintId_State",
                table: "Commitments",
                columns: new[] { "TenantId", "ComplaintId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintEvents_TenantId_By",
                table: "ComplaintEvents",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintRemedies_TenantId_CommitmentId",
                table: "ComplaintRemedies",
                columns: new[] { "TenantId", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_Category_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "Category", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenantId_CauseCode_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "CauseCode", "Id" });

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
                name: "IX_Complaints_TenantId_UpdatedAt_Id",
                table: "Complaints",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementParts_TenantId_By",
                table: "StatementParts",
                columns: new[] { "TenantId", "By" });

            migrationBuilder.AddForeignKey(
                name: "FK_Commitments_Complaints_TenantId_ComplaintId",
                table: "Commitments",
                columns: new[] { "TenantId", "ComplaintId" },
                principalTable: "Complaints",
                principalColumns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Commitments_Complaints_TenantId_ComplaintId",
                table: "Commitments");

            migrationBuilder.DropTable(
                name: "ComplaintEvents");

            migrationBuilder.DropTable(
                name: "ComplaintRemedies");

            migrationBuilder.DropTable(
                name: "StatementParts");

            migrationBuilder.DropTable(
                name: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_TenantId_ComplaintId_State",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ComplaintId",
                table: "Commitments");
        }
    }
}
