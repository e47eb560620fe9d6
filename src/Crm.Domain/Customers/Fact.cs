using System.Globalization;

namespace Crm.Domain.Customers;

/// <summary>What sort of thing is known.</summary>
public enum FactKind { Fact, Preference, Anniversary, Story, Birthday }

/// <summary>Something worth knowing about a customer (S4-UNIQ-1).</summary>
public sealed record FactContent
{
    public const int TextMaxLength = 1000;
    public const int SourceMaxLength = 200;
    public const int DateMaxLength = 10;

    /// <summary>A plain fact, a preference, an anniversary, a story or a birthday.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>What is known, in a sentence or two; 1 to 1000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>When it was or is: YYYY-MM-DD, or --MM-DD for a day that comes every year. An anniversary and a birthday need it.</summary>
    public string? Date { get; init; }

    /// <summary>Where it is known from; at most 200 characters.</summary>
    public string? Source { get; init; }

    /// <summary>Whether only the member of staff who recorded it sees it: small talk belongs to who was told (S4-NAME-1). Needs a credential that acts as a member of staff.</summary>
    public bool Private { get; init; }

    public static readonly FactContent Example = new()
    {
        Kind = FactKind.Anniversary, Text = "Opened the first shop with her brother", Date = "--03-21", Source = "told on the phone",
    };

    /// <summary>Whether this is a date, or the day of every year.</summary>
    public static bool IsDate(string text) =>
        text.StartsWith("--", StringComparison.Ordinal)
            // 2000 was a leap year, so the 29th of February has its anniversary.
            ? DateOnly.TryParseExact("2000-" + text[2..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The month and day of a date as one number, such as 321 for the 21st of March.</summary>
    public static int DayOfYear(string date) =>
        (100 * int.Parse(date.AsSpan(date.Length - 5, 2), CultureInfo.InvariantCulture)) + int.Parse(date.AsSpan(date.Length - 2), CultureInfo.InvariantCulture);

    /// <summary>The first day from today on that has the month and day of this date; the 28th of February where its 29th is lacking.</summary>
    public static DateOnly NextOn(string date, DateOnly today)
    {
        var (month, day) = (int.Parse(date.AsSpan(date.Length - 5, 2), CultureInfo.InvariantCulture), int.Parse(date.AsSpan(date.Length - 2), CultureInfo.InvariantCulture));
        var inThisYear = In(today.Year);
        return inThisYear >= today || today.Year == DateOnly.MaxValue.Year ? inThisYear : In(today.Year + 1);

        DateOnly In(int year) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
    }
}

/// <inheritdoc cref="FactContent"/>
public sealed class Fact : OfCustomer<Fact>, IResource
{
    private Fact() { }

    public static string Prefix => "fact";

    public FactKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public string? Date { get; private set; }
    public string? Source { get; private set; }

    /// <summary>Who recorded it; null for an integration.</summary>
    public StaffId? By { get; private set; }

    /// <summary>The only member of staff who sees it; everybody where null.</summary>
    public StaffId? OnlyFor { get; private set; }

    /// <summary>The month and day of a birthday that everybody sees, as one number; it is found by it.</summary>
    public int? BirthdayOn { get; private set; }

    public FactContent Content => new() { Kind = Kind, Text = Text, Date = Date, Source = Source, Private = OnlyFor is not null };

    public static Result<Fact> Record(CustomerId customerId, FactContent content, StaffId? by, DateTimeOffset now)
    {
        var fact = new Fact { Id = FactId.New(now), CustomerId = customerId, By = by };
        if (fact.Take(content, by, now).Failed(out var error))
        {
            return error;
        }
        fact.Raise(new FactRecorded(fact.Id, customerId, content.Kind));
        return fact;
    }

    public Result Revise(FactContent content, StaffId? by, DateTimeOffset now)
    {
        if (Take(content, by, now).Failed(out var error))
        {
            return error;
        }
        Raise(new FactRevised(Id, CustomerId));
        return Result.Done;
    }

    public bool IsSeenBy(StaffId? reader) => OnlyFor is null || OnlyFor == reader;

    protected override IDomainEvent Gone() => new FactRemoved(Id, CustomerId);

    protected override void Clear() => (Text, Date, Source, BirthdayOn) = ("", null, null, null);

    private Result Take(FactContent content, StaffId? by, DateTimeOffset now)
    {
        if (content.Private && by is null)
        {
            return FactErrors.PrivateNeedsStaff;
        }
        if (content.Date is { } date && !FactContent.IsDate(date))
        {
            return Error.Invalid([new("/date", "date_invalid", "A date is needed here, as in 2026-03-21, or --03-21 for every year.")]);
        }
        if (content is { Kind: FactKind.Anniversary or FactKind.Birthday, Date: null })
        {
            return Error.Invalid([new("/date", "required", "A value is needed here.")]);
        }
        (Kind, Text, Date, Source) = (content.Kind, FoldedText.Nfc(content.Text.Trim()), content.Date, FoldedText.Shown(content.Source));
        OnlyFor = content.Private ? by : null;
        BirthdayOn = content is { Kind: FactKind.Birthday, Private: false } ? FactContent.DayOfYear(content.Date!) : null;
        Changed(now);
        return Result.Done;
    }
}

public static class FactErrors
{
    public static readonly Error PrivateNeedsStaff = new Error(ErrorKind.Invalid, "fact.private_needs_staff",
        "Only a credential that acts as a member of staff can keep a private fact.").About("/private");
}

[EventType("fact.recorded", 1, "Something worth knowing about a customer was recorded.")]
public sealed record FactRecorded(FactId FactId, CustomerId CustomerId, FactKind Kind) : IDomainEvent;

[EventType("fact.revised", 1, "Something known about a customer was changed.")]
public sealed record FactRevised(FactId FactId, CustomerId CustomerId) : IDomainEvent;

[EventType("fact.removed", 1, "Something known about a customer was taken away.")]
public sealed record FactRemoved(FactId FactId, CustomerId CustomerId) : IDomainEvent;
