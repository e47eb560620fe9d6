using System.Globalization;
using System.Text.Json;
using Crm.Application.Interactions;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>Which part of a customer's timeline to read.</summary>
public sealed record GetTimeline : IQuery<Page<TimelineRow>>
{
    public const int MaxTypes = 20;

    /// <summary>Whose timeline.</summary>
    public CustomerId Id { get; init; }

    /// <summary>Only these types, such as interaction.recorded, separated by commas; at most 20.</summary>
    public string? Type { get; init; }

    /// <summary>Only what happened at or after this instant.</summary>
    public Instant? From { get; init; }

    /// <summary>Only what happened before this instant.</summary>
    public Instant? To { get; init; }

    /// <summary>How many rows a page has, 1 to 200; 50 by default.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the next of the page before, with the same filters.</summary>
    public string? Cursor { get; init; }

    /// <summary>The members to answer, separated by commas; all where absent.</summary>
    public string? Fields { get; init; }

    /// <summary>As a list, to share its cursors.</summary>
    internal sealed record Listed(CustomerId Id, string? Type, Instant? From, Instant? To) : ListQuery;

    internal byte[] Fingerprint() => new Listed(Id, Type, From, To).Fingerprint();
}

/// <summary>One thing that happened with a customer.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When it happened, which may be before it was entered.</param>
/// <param name="Type">What happened: a past-tense name such as interaction.recorded.</param>
/// <param name="ResourceId">The record to look at.</param>
/// <param name="By">The member of staff who did it.</param>
/// <param name="Summary">A few codes and short texts for the eye, by type.</param>
public sealed record TimelineRow(string Id, DateTimeOffset At, string Type, string? ResourceId, StaffId? By, JsonElement Summary)
{
    public static readonly TimelineRow Example = new(
        "timeline_01j00000000000000000000000", new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), "interaction.recorded",
        "interaction_01j00000000000000000000000", null, JsonSerializer.SerializeToElement(new { channel = "phone", subject = "The parcel came late" }));
}

internal sealed class GetTimelineHandler(ICrmDb db, Caller caller) : IQueryHandler<GetTimeline, Page<TimelineRow>>
{
    private static readonly Error TypesTooMany = Error.Invalid(
        [new("/type", "too_many", "At most 20 types are accepted.", new Dictionary<string, string>(StringComparer.Ordinal) { ["MaxCount"] = "20" })]);

    public async Task<Result<Page<TimelineRow>>> Handle(GetTimeline query, CancellationToken ct)
    {
        var take = query.Limit ?? ListQuery.UsualLimit;
        if (take is < 1 or > ListQuery.MaxLimit)
        {
            return ListErrors.LimitOutOfRange.About("/limit");
        }
        var types = query.Type?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (types.Length > GetTimeline.MaxTypes)
        {
            return TypesTooMany;
        }
        if (Position.Decode(query.Cursor, query.Fingerprint()).Failed(out var error, out var after))
        {
            return error;
        }
        var entries = Filter(query, types);
        if (after is { } position)
        {
            if (!long.TryParse(position.Key, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999)
            {
                return ListErrors.CursorInvalid.About("/cursor");
            }
            var (at, id) = (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), position.Id);
            entries = entries.Where(t => t.At <= at && (t.At < at || t.Id < id));
        }
        var found = await entries.OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(take + 1)
            .Select(t => new { t.Id, t.At, t.Type, t.ResourceId, t.By, t.Summary }).ToListAsync(ct);
        if (found.Count == 0 && !await db.Customers.AnyAsync(c => c.Id == query.Id && c.State != CustomerState.Deleted, ct))
        {
            return Error.NotFound<Customer>();
        }
        var page = found.Take(take).Select(t =>
            new TimelineRow(TypeId.Write("timeline", t.Id), t.At, t.Type, t.ResourceId, t.By, JsonSerializer.Deserialize<JsonElement>(t.Summary)));
        var last = found.Count > take ? found[take - 1] : null;
        return new Page<TimelineRow>([.. page], last is null ? null : new Position(SortKeys.Write(last.At), last.Id).Encode(query.Fingerprint()));
    }

    private IQueryable<TimelineEntry> Filter(GetTimeline query, string[] types)
    {
        var entries = db.Timeline.SeenBy(caller).Where(t => t.CustomerId == query.Id
            && db.Customers.Any(c => c.Id == query.Id && c.State != CustomerState.Deleted));
        if (types.Length > 0)
        {
            entries = entries.Where(t => types.Contains(t.Type));
        }
        if (query.From is { } from)
        {
            entries = entries.Where(t => t.At >= from.Value);
        }
        return query.To is { } to ? entries.Where(t => t.At < to.Value) : entries;
    }
}
