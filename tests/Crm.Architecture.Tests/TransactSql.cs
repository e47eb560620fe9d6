using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Crm.Architecture.Tests;

/// <summary>T-SQL as SQL Server 2019 reads it, without a server.</summary>
internal static partial class TransactSql
{
    /// <summary>What is wrong with a script: where it does not parse, and what we do without.</summary>
    public static IEnumerable<string> Findings(string name, string script)
    {
        var text = Placeholder().Replace(script, m => "@p" + m.Groups["n"].Value);
        var parsed = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        var banned = new Banned();
        parsed?.Accept(banned);
        return [.. errors.Select(e => $"{name}, line {e.Line}: {e.Message}"), .. banned.Found.Select(f => $"{name}: {f}")];
    }

    /// <summary>How many statements there are, so that a test can say that it read something.</summary>
    public static int Count(string script) =>
        ((TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out _)).Batches.Sum(b => b.Statements.Count);

    [GeneratedRegex(@"\{(?<n>[0-9]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    private sealed class Banned : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(MergeStatement node) => Add(node, "MERGE");
        public override void Visit(CreateOrAlterFunctionStatement node) => Add(node, "CREATE OR ALTER");
        public override void Visit(CreateOrAlterProcedureStatement node) => Add(node, "CREATE OR ALTER");
        public override void Visit(CreateOrAlterTriggerStatement node) => Add(node, "CREATE OR ALTER");
        public override void Visit(CreateOrAlterViewStatement node) => Add(node, "CREATE OR ALTER");
        public override void Visit(OpenJsonTableReference node) => Add(node, "OPENJSON");
        public override void Visit(IdentityOptions node) => Add(node, "IDENTITY");

        public override void Visit(SelectScalarExpression node)
        {
            if (node is { Expression: NullLiteral, ColumnName: not null })
            {
                Add(node, "a NULL that is selected without a type, which would be an int");
            }
        }

        public override void Visit(AlterTableAlterColumnStatement node)
        {
            if (node.AlterTableAlterColumnOption == AlterTableAlterColumnOption.Null)
            {
                Add(node, "ALTER COLUMN … NULL");
            }
        }

        public override void Visit(CreateIndexStatement node)
        {
            if (node.FilterPredicate is not null)
            {
                Add(node, "a filtered index");
            }
        }

        public override void Visit(ColumnDefinition node)
        {
            if (node.ComputedColumnExpression is not null)
            {
                Add(node, "a computed column");
            }
            if (node.DataType is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Timestamp or SqlDataTypeOption.Rowversion })
            {
                Add(node, "rowversion");
            }
        }

        private void Add(TSqlFragment at, string what) => Found.Add($"line {at.StartLine} has {what}");
    }
}
