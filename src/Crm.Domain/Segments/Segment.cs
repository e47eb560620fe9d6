namespace Crm.Domain.Segments;

/// <summary>Customers that are spoken of together, by a rule that is asked anew every time (S4-ALL-1).</summary>
public sealed record SegmentContent
{
    public const int NameMaxLength = 200;
    public const int DescriptionMaxLength = 1000;

    /// <summary>What people call it; 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; at most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Which customers belong.</summary>
    public required SegmentRule Rule { get; init; }

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static readonly SegmentContent Example = new() { Name = "Loyal and silent", Description = "Those to call before they leave", Rule = SegmentRule.Example };
}

/// <inheritdoc cref="SegmentContent"/>
public sealed class Segment : AggregateRoot<Segment>, IResource
{
    private Segment() { }

    public static string Prefix => "segment";

    public string Name { get; private set; } = "";
    public string? Description { get; private set; }
    public SegmentRule Rule { get; private set; } = null!;

    /// <summary>When it went out of use.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public SegmentContent Content => new() { Name = Name, Description = Description, Rule = Rule, ExternalId = ExternalId };

    public static Result<Segment> Define(SegmentContent content, DateTimeOffset now)
    {
        var segment = new Segment { Id = SegmentId.New(now) };
        if (segment.Take(content, now).Failed(out var error))
        {
            return error;
        }
        segment.Raise(new SegmentDefined(segment.Id));
        return segment;
    }

    public Result Revise(SegmentContent content, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return SegmentErrors.Retired;
        }
        if (Take(content, now).Failed(out var error))
        {
            return error;
        }
        Raise(new SegmentRevised(Id));
        return Result.Done;
    }

    /// <summary>Takes it out of use. Repeating it changes nothing.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new SegmentRetired(Id));
        }
    }

    private Result Take(SegmentContent content, DateTimeOffset now)
    {
        if (content.Rule.Check().Failed(out var error))
        {
            return error;
        }
        (Name, Description, Rule, ExternalId) = (FoldedText.Nfc(content.Name.Trim()), FoldedText.Shown(content.Description), content.Rule, content.ExternalId);
        Changed(now);
        return Result.Done;
    }
}

public static class SegmentErrors
{
    public static readonly Error MatchesEveryone = new(ErrorKind.Conflict, "segment.matches_everyone",
        "The rule keeps nobody out: it has no clause, or each of its clauses holds for everybody. Say whom you mean.");

    public static readonly Error TooLarge = new(ErrorKind.Conflict, "segment.too_large",
        "A rule has at most 50 conditions and 500 values in all. Put what belongs together into the values of one condition, or use a tag.");

    public static readonly Error Unknown = new Error(ErrorKind.Invalid, "segment_unknown", "There is no segment with this id.").About("/segmentId");

    public static readonly Error Retired = new(ErrorKind.Conflict, "segment.retired", "The segment is out of use. Define another one.");
}

[EventType("segment.defined", 1, "A segment of customers was defined.")]
public sealed record SegmentDefined(SegmentId SegmentId) : IDomainEvent;

[EventType("segment.revised", 1, "The rule or the name of a segment changed.")]
public sealed record SegmentRevised(SegmentId SegmentId) : IDomainEvent;

[EventType("segment.retired", 1, "A segment went out of use.")]
public sealed record SegmentRetired(SegmentId SegmentId) : IDomainEvent;
