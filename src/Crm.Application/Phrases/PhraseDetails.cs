using Crm.Domain.Phrases;

namespace Crm.Application.Phrases;

/// <summary>Words that customers should not read, and what to say instead.</summary>
/// <param name="Id">The phrase's id. A shipped one has the same in every tenant.</param>
/// <param name="Language">The primary language.</param>
/// <param name="Text">The words, in any spelling.</param>
/// <param name="Better">What to say instead.</param>
/// <param name="Rule">The rule that they break.</param>
/// <param name="Effect">Whether a text with these words is only warned of or blocked.</param>
/// <param name="Active">Whether they are looked for now.</param>
/// <param name="Excuses">Words that make them acceptable in the same text.</param>
/// <param name="Origin">Whether the product ships it or the tenant added it.</param>
/// <param name="CreatedAt">When the tenant added or first changed it; a fixed day for a shipped one that it never changed.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag. 0 for a shipped one that the tenant never changed.</param>
public sealed record PhraseDetails(
    PhraseId Id, string Language, string Text, string Better, PhraseRule Rule, PhraseEffect Effect, bool Active, IReadOnlyList<string> Excuses, PhraseOrigin Origin,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public const int LanguageMaxLength = PhraseContent.LanguageMaxLength;
    public const int TextMaxLength = PhraseContent.TextMaxLength;
    public const int BetterMaxLength = PhraseContent.BetterMaxLength;
    public const int MaxExcuses = PhraseContent.MaxExcuses;
    public const int ExcuseMaxLength = PhraseContent.ExcuseMaxLength;

    private static readonly DateTimeOffset ExampleTime = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    public static readonly PhraseDetails Example = Of(Phrase.Add(PhraseContent.Example, ExampleTime).Value) with
    {
        Id = PhraseId.Parse("phrase_01j00000000000000000000000", null),
    };

    public static PhraseDetails Of(Phrase p) => new(
        p.Id, p.Language, p.Text, p.Better, p.Rule, p.Effect, p.Active, p.Excuses, p.Origin,
        p.Version == 0 ? ShippedPhrases.Since : p.CreatedAt, p.Version == 0 ? ShippedPhrases.Since : p.UpdatedAt, p.Version);
}

internal static class PhraseRows
{
    /// <summary>What a row and the shipped lists together say: the phrase as it stands for the tenant, null where there is none.</summary>
    public static Phrase? Standing(PhraseId id, Phrase? row) => row is null ? ShippedPhrases.Find(id) : row.RemovedAt is null ? row : null;
}
