namespace Crm.Domain.Macros;

/// <summary>A ready-made text that staff send (S5-EFF-1). Every change makes a new version, and what was made of an older one stays what it was.</summary>
public sealed class Macro : AggregateRoot<Macro>, IResource
{
    private Macro() { }

    public static string Prefix => "macro";

    public string Name { get; private set; } = "";
    public string Language { get; private set; } = "";
    public MacroPurpose Purpose { get; private set; }
    public string Body { get; private set; } = "";

    /// <summary>When it went out of use.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public MacroContent Content => new(Name, Language, Purpose, Body);

    /// <summary>Brings a text into use whose merge fields are all known.</summary>
    public static Result<Macro> Write(MacroContent content, DateTimeOffset now)
    {
        var macro = new Macro { Id = MacroId.New(now) };
        if (macro.Take(content, now).Failed(out var error))
        {
            return error;
        }
        macro.Raise(new MacroWritten(macro.Id));
        return macro;
    }

    public Result Revise(MacroContent content, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return MacroErrors.Retired;
        }
        if (Take(content, now).Failed(out var error))
        {
            return error;
        }
        Raise(new MacroRevised(Id, Version));
        return Result.Done;
    }

    /// <summary>Takes it out of use. It stays readable. Repeating it changes nothing.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new MacroRetired(Id));
        }
    }

    /// <summary>What stands now, to be kept for ever beside what stood before.</summary>
    public MacroVersion AsVersion(StaffId? by) => new(Id, Version, Name, Language, Purpose, Body, RetiredAt, by, UpdatedAt);

    private Result Take(MacroContent content, DateTimeOffset now)
    {
        var body = FoldedText.Nfc(content.Body);
        if (MacroBody.Parse(body).Failed(out var error))
        {
            return error;
        }
        (Name, Language, Purpose, Body) = (FoldedText.Nfc(content.Name.Trim()), content.Language, content.Purpose, body);
        Changed(now);
        return Result.Done;
    }
}

/// <summary>A macro as it stood from one change to the next. Never changed.</summary>
public sealed record MacroVersion(
    MacroId MacroId, int Number, string Name, string Language, MacroPurpose Purpose, string Body, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
    : IHasId<MacroVersion>, IResource
{
    public static string Prefix => "macro_version";

    public MacroVersionId Id { get; private init; } = MacroVersionId.New(At);
}

[EventType("macro.written", 1, "A macro came into use.")]
public sealed record MacroWritten(MacroId MacroId) : IDomainEvent;

[EventType("macro.revised", 1, "A macro got a new version.")]
public sealed record MacroRevised(MacroId MacroId, int Version) : IDomainEvent;

[EventType("macro.retired", 1, "A macro went out of use.")]
public sealed record MacroRetired(MacroId MacroId) : IDomainEvent;
