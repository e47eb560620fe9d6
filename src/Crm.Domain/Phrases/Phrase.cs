namespace Crm.Domain.Phrases;

/// <summary>
/// Words that the guard looks for in what goes out to customers (S2-PHRASE-1). A shipped one is the same in every tenant, version 0, until a
/// tenant changes it: from then on the tenant has it as a row of its own, under the same id.
/// </summary>
public sealed class Phrase : AggregateRoot<Phrase>, IResource
{
    /// <summary>How many phrases of its own a tenant has at most in one language.</summary>
    public const int MostOfLanguage = 1000;

    private Phrase() { }

    public static string Prefix => "phrase";

    public string Language { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Better { get; private set; } = "";
    public PhraseRule Rule { get; private set; }
    public PhraseEffect Effect { get; private set; }
    public bool Active { get; private set; }
    public IReadOnlyList<string> Excuses { get; private set; } = [];
    public PhraseOrigin Origin { get; private set; }

    /// <summary>When the tenant took it off its list. A shipped one stays as a row, so that it does not come back.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public PhraseContent Content => new(Language, Text, Better, Rule, Effect, Active, Excuses);

    public static Result<Phrase> Add(PhraseContent content, DateTimeOffset now)
    {
        if (Refusal(content) is { } refusal)
        {
            return refusal;
        }
        var phrase = new Phrase { Id = PhraseId.New(now), Origin = PhraseOrigin.Own };
        phrase.Take(content);
        phrase.Changed(now);
        phrase.Raise(new PhraseAdded(phrase.Id));
        return phrase;
    }

    /// <summary>A phrase as it is shipped, before any change: version 0.</summary>
    internal static Phrase Ship(PhraseId id, PhraseContent content)
    {
        var phrase = new Phrase { Id = id, Origin = PhraseOrigin.Shipped };
        phrase.Take(content);
        return phrase;
    }

    public Result Revise(PhraseContent content, DateTimeOffset now)
    {
        if (Refusal(content) is { } refusal)
        {
            return refusal;
        }
        Take(content);
        Changed(now);
        Raise(new PhraseRevised(Id));
        return Result.Done;
    }

    /// <summary>Takes it off the list for good. Repeating it changes nothing.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (RemovedAt is null)
        {
            RemovedAt = now;
            Changed(now);
            Raise(new PhraseRemoved(Id));
        }
    }

    private void Take(PhraseContent content)
    {
        (Rule, Effect, Active, Language) = (content.Rule, content.Effect, content.Active, content.Language.ToLowerInvariant());
        (Text, Better) = (FoldedText.Nfc(content.Text.Trim()), FoldedText.Nfc(content.Better.Trim()));
        Excuses = [.. (content.Excuses ?? []).Select(e => FoldedText.Nfc(e.Trim()))];
    }

    private static Error? Refusal(PhraseContent content)
    {
        List<FieldError> wordless = GuardedText.HasWords(content.Text) ? [] : [PhraseErrors.Wordless("/text")];
        wordless.AddRange((content.Excuses ?? []).Index().Where(e => !GuardedText.HasWords(e.Item)).Select(e => PhraseErrors.Wordless($"/excuses/{e.Index}")));
        return wordless.Count > 0 ? Error.Invalid(wordless) : null;
    }
}

/// <summary>Why somebody sends a text all the same that the guard blocks. It is kept with the message and in the audit trail.</summary>
/// <param name="Reason">The reason in words; 1 to 500 characters.</param>
public readonly record struct PhraseOverride(string Reason)
{
    public const int ReasonMaxLength = 500;
}
