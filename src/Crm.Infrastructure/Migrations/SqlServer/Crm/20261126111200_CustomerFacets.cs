using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Infrastructure.Migrations.SqlServer.Crm
{
    /// <inheritdoc />
    public partial class CustomerFacets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers");

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

            // What is there already. A customer whose marks are all set is looked up in the terms until the record is saved again.
            migrationBuilder.Sql("""
                UPDATE Customers SET
                    Marks = -1,
                    LastContactAt = (SELECT MAX(i.StartedAt) FROM Interactions i WHERE i.TenantId = Customers.TenantId AND i.CustomerId = Customers.Id
                        AND NOT EXISTS (SELECT 1 FROM InteractionCorrections k WHERE k.TenantId = i.TenantId AND k.OriginalId = i.Id)),
                    AddressedBy = CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6330 AND t.Term < 0x6331) THEN 1 ELSE 0 END
                        + CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6331 AND t.Term < 0x6332) THEN 2 ELSE 0 END
                        + CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6332 AND t.Term < 0x6333) THEN 4 ELSE 0 END
                        + CASE WHEN EXISTS (SELECT 1 FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x6333 AND t.Term < 0x6334) THEN 8 ELSE 0 END,
                    NumbersBegin = (SELECT STRING_AGG(CAST(SUBSTRING(t.Term, 3, 4) AS varchar(4)), '') FROM CustomerTerms t WHERE t.TenantId = Customers.TenantId AND t.CustomerId = Customers.Id AND t.Term >= 0x63302B AND t.Term < 0x63302C),
                    Decisions = (SELECT STRING_AGG(CAST(CASE d.Decision WHEN 'Granted' THEN '+' ELSE '!' END + d.Purpose + '.' + CAST(c.N AS varchar(1)) + ' ' AS varchar(max)), '')
                        FROM Consents d INNER JOIN (SELECT 0 AS N, 'Phone' AS Name UNION ALL SELECT 1, 'Sms' UNION ALL SELECT 2, 'Email' UNION ALL SELECT 3, 'Chat'
                          UNION ALL SELECT 4, 'Post' UNION ALL SELECT 5, 'Social' UNION ALL SELECT 6, 'InPerson') c ON d.Channel IS NULL OR d.Channel = c.Name
                        WHERE d.TenantId = Customers.TenantId AND d.CustomerId = Customers.Id AND NOT EXISTS (
                            SELECT 1 FROM Consents l WHERE l.TenantId = d.TenantId AND l.CustomerId = d.CustomerId AND l.Purpose = d.Purpose AND (l.Channel IS NULL OR l.Channel = c.Name)
                                AND (l.At > d.At OR (l.At = d.At AND l.Id > d.Id))))
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_State_Id",
                table: "Customers",
                columns: new[] { "TenantId", "State", "Id" })
                .Annotation("SqlServer:Include", new[] { "Lifecycle", "Kind", "Language", "SilentOn", "SilentUntil", "OwnerId", "AddressedBy", "NumbersBegin", "Marks", "LastContactAt", "Decisions" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Customers_TenantId_State_Id",
                table: "Customers");

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

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_State_Id_Lifecycle_Kind_Language_SilentOn_SilentUntil",
                table: "Customers",
                columns: new[] { "TenantId", "State", "Id", "Lifecycle", "Kind", "Language", "SilentOn", "SilentUntil" });
        }
    }
}
