namespace Crm.Domain.Programmes;

/// <summary>
/// A loyalty programme. Every change makes a new version, and an entry keeps the version that it was earned under (S4-POLICY-1). What was earned stays as it was.
/// </summary>
public sealed class Programme : AggregateRoot<Programme>, IResource
{
    /// <summary>How many a tenant has in use at most, since each is looked at for every purchase.</summary>
    public const int Most = 50;

    private Programme() { }

    public static string Prefix => "programme";

    public ProgrammeContent Content { get; private set; } = null!;

    /// <summary>When it went out of use: nothing is earned any more; what is there can be redeemed.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }


    public static Result<Programme> Establish(ProgrammeContent completed, string? externalId, DateTimeOffset now)
    {
        if (ProgrammeFaults.Of(completed).ToList() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        var programme = new Programme { Id = ProgrammeId.New(now), Content = completed, ExternalId = externalId is { } key ? FoldedText.Nfc(key.Trim()) : null };
        programme.Changed(now);
        programme.Raise(new ProgrammeEstablished(programme.Id));
        return programme;
    }

    public Result Revise(ProgrammeContent completed, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return ProgrammeErrors.Retired;
        }
        if (ProgrammeFaults.Of(completed).ToList() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        Content = completed;
        Changed(now);
        Raise(new ProgrammeRevised(Id, Version));
        return Result.Done;
    }

    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new ProgrammeRetired(Id));
        }
    }

    public DateTimeOffset NextMidnight(DateTimeOffset now) => Content.NextMidnight(now);

    public ProgrammeVersion AsVersion(StaffId? by) => new(Id, Version, Content, RetiredAt, by, UpdatedAt);
}

/// <summary>A programme as one change made it. Never changed.</summary>
public sealed record ProgrammeVersion(ProgrammeId ProgrammeId, int Number, ProgrammeContent Content, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
    : IHasId<ProgrammeVersion>, IResource
{
    public static string Prefix => "programme_version";

    public ProgrammeVersionId Id { get; private init; } = ProgrammeVersionId.New(At);
}

public static class ProgrammeErrors
{
    public static readonly Error Retired = new(ErrorKind.Conflict, "programme.retired",
        "The programme is out of use: nothing is earned in it and it does not change any more.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "programme.too_many",
        "A tenant has at most 50 programmes in use. Retire one that is not needed first.");

    public static readonly Error VersionUnknown = new(ErrorKind.NotFound, "programme.version_unknown",
        "The programme has no version of this number.");

    public static readonly Error RedeemsNothing = new(ErrorKind.Conflict, "programme.redeems_nothing",
        "The programme names no reward that is redeemed by night.");

    public static readonly Error BelowThreshold = new(ErrorKind.Conflict, "programme.below_threshold",
        "The points do not reach the threshold from which on the night redeems.");

    public static readonly Error Unknown = new Error(ErrorKind.Invalid, "programme_unknown",
        "There is no programme in use with this id.").About("/programmeId");
}

[EventType("programme.established", 1, "A loyalty programme came into use.")]
public sealed record ProgrammeEstablished(ProgrammeId ProgrammeId) : IDomainEvent;

[EventType("programme.revised", 1, "A loyalty programme has a new version; what was earned stays as it was.")]
public sealed record ProgrammeRevised(ProgrammeId ProgrammeId, int ProgrammeVersion) : IDomainEvent;

[EventType("programme.retired", 1, "A loyalty programme went out of use.")]
public sealed record ProgrammeRetired(ProgrammeId ProgrammeId) : IDomainEvent;
