using Crm.Domain;
using Crm.Domain.Macros;

namespace Crm.Application.Macros;

public sealed record ListMacroFields : IQuery<Page<MacroFieldRow>>;

/// <summary>A merge field that a macro can have.</summary>
/// <param name="Name">What stands between the double braces.</param>
/// <param name="Kind">A text, or a date: one in values is given as YYYY-MM-DD and written out in the language of the macro, in Persian by the Jalali calendar.</param>
/// <param name="Source">Where its value comes from, unless the request gives one.</param>
/// <param name="Description">What it is.</param>
/// <param name="Sample">A value, as it would be given.</param>
/// <param name="Polite">What stands there without any value, by language. Where its language is missing, the field needs a value or words of the macro.</param>
public sealed record MacroFieldRow(
    string Name, MergeFieldKind Kind, MergeFieldSource Source, string Description, string Sample, IReadOnlyDictionary<string, string> Polite)
{
    public const int NameMaxLength = MergeField.NameMaxLength;
    public const int DescriptionMaxLength = 300;
    public const int SampleMaxLength = MacroText.ValueMaxLength;
    public const int MaxPolite = 2;

    internal static readonly Page<MacroFieldRow> All = new([.. MergeField.All.Select(f => new MacroFieldRow(f.Name, f.Kind, f.Source, f.Description, f.Example, f.Polite))], null);

    public static readonly MacroFieldRow Example = All.Data[0];
}

internal sealed class ListMacroFieldsHandler : IQueryHandler<ListMacroFields, Page<MacroFieldRow>>
{
    public Task<Result<Page<MacroFieldRow>>> Handle(ListMacroFields query, CancellationToken ct) => Task.FromResult<Result<Page<MacroFieldRow>>>(MacroFieldRow.All);
}
