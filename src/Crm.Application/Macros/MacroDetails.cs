using System.Linq.Expressions;
using Crm.Domain.Macros;

namespace Crm.Application.Macros;

/// <summary>A ready-made text with merge fields.</summary>
/// <param name="Id">The macro's id.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Language">BCP 47 tag of the language it is written in.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Body">The text with its merge fields.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the present version; the ETag.</param>
public sealed record MacroDetails(
    MacroId Id, string Name, string Language, MacroPurpose Purpose, string Body, DateTimeOffset? RetiredAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
    : IVersioned
{
    public const int NameMaxLength = MacroContent.NameMaxLength;
    public const int LanguageMaxLength = MacroContent.LanguageMaxLength;
    public const int BodyMaxLength = MacroContent.BodyMaxLength;

    internal static readonly DateTimeOffset ExampleTime = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);
    internal static readonly MacroId ExampleId = MacroId.Parse("macro_01j00000000000000000000000", null);

    public static readonly Expression<Func<Macro, MacroDetails>> Projection = m => new MacroDetails(
        m.Id, m.Name, m.Language, m.Purpose, m.Body, m.RetiredAt, m.CreatedAt, m.UpdatedAt, m.Version);

    private static readonly Func<Macro, MacroDetails> Compiled = Projection.Compile();

    public static readonly MacroDetails Example = Of(Macro.Write(MacroContent.Example, ExampleTime).Value) with { Id = ExampleId };

    public static MacroDetails Of(Macro macro) => Compiled(macro);
}
