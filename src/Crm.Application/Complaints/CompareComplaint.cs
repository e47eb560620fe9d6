using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>What was given in comparable cases.</summary>
/// <param name="Id">The complaint.</param>
/// <param name="Cause">The cause to compare by; the complaint's own where absent.</param>
public sealed record CompareComplaint(ComplaintId Id, string? Cause) : IQuery<ComparableComplaints>;

/// <summary>Resolved complaints of the same cause, and how much customers got in them, so that alike is treated alike (S3-FAIR-2).</summary>
/// <param name="CauseCode">The cause; null where the complaint has none yet and none was named, and then nothing is compared.</param>
/// <param name="Considered">How many complaints the spread is about: the latest resolved ones, at most 500.</param>
/// <param name="Spread">The least, the median and the most of what was accepted in them, exactly, for each kind and currency.</param>
/// <param name="Complaints">The latest 20 of them.</param>
public sealed record ComparableComplaints(string? CauseCode, int Considered, IReadOnlyList<RemedySpread> Spread, IReadOnlyList<ComparableComplaint> Complaints)
{
    public const int CauseCodeMaxLength = ComplaintDetails.CauseCodeMaxLength;

    public static readonly ComparableComplaints Example = new(
        "late-delivery", 3, [new(RemedyKind.Refund, "IRR", 3, 100_000, 150_000, 400_000)],
        [new(ComplaintDetails.ExampleId, "K7Q2-9MXA-3", "product.defect", ComplaintSeverity.High, ResolutionKind.Compensated, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero),
            [new(RemedyKind.Refund, new Money(150_000, "IRR"), null)])]);
}

/// <summary>A comparable case.</summary>
/// <param name="Id">The complaint's id.</param>
/// <param name="Reference">What it is called between people.</param>
/// <param name="Category">The code of what it was about.</param>
/// <param name="Severity">How bad it was.</param>
/// <param name="ResolutionKind">How it was resolved.</param>
/// <param name="ResolvedAt">When.</param>
/// <param name="Remedies">What the customer accepted.</param>
public sealed record ComparableComplaint(
    ComplaintId Id, string Reference, string? Category, ComplaintSeverity Severity, ResolutionKind? ResolutionKind, DateTimeOffset? ResolvedAt, IReadOnlyList<GivenRemedy> Remedies)
{
    public const int ReferenceMaxLength = ComplaintDetails.ReferenceMaxLength;
    public const int CategoryMaxLength = ComplaintDetails.CategoryMaxLength;
}

/// <summary>What a customer was given.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Amount">How much money.</param>
/// <param name="Points">How many points.</param>
public sealed record GivenRemedy(RemedyKind Kind, Money? Amount, long? Points);

internal sealed class CompareComplaintHandler(ICrmDb db) : IQueryHandler<CompareComplaint, ComparableComplaints>
{
    private const int MostConsidered = 500;
    private const int MostShown = 20;

    public async Task<Result<ComparableComplaints>> Handle(CompareComplaint query, CancellationToken ct)
    {
        var own = await db.Complaints.Where(c => c.Id == query.Id).Select(c => new { c.CauseCode }).FirstOrDefaultAsync(ct);
        if (own is null)
        {
            return Error.NotFound<Complaint>();
        }
        if ((query.Cause ?? own.CauseCode) is not { } code)
        {
            return new ComparableComplaints(null, 0, [], []);
        }
        var latest = db.Complaints.Where(c => c.CauseCode == code && c.ResolvedAt != null && c.Id != query.Id).OrderByDescending(c => c.ResolvedAt).ThenByDescending(c => c.Id).Take(MostConsidered);
        var found = await latest.Select(c => new
        {
            c.Id, c.Reference, c.Category, c.Severity, c.ResolutionKind, c.ResolvedAt,
            Remedies = db.ComplaintRemedies.Where(r => r.ComplaintId == c.Id).OrderBy(r => r.Number).Select(r => new { r.Kind, r.Amount, r.Currency, r.Points }).ToList(),
        }).ToListAsync(ct);
        var cases = found.ConvertAll(c => new ComparableComplaint(c.Id, c.Reference, c.Category, c.Severity, c.ResolutionKind, c.ResolvedAt,
            [.. c.Remedies.Select(r => new GivenRemedy(r.Kind, r.Amount is { } amount ? new Money(amount, r.Currency!) : null, r.Points))]));
        var spread = cases.SelectMany(c => c.Remedies).GroupBy(r => (r.Kind, r.Amount?.Currency)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Currency, StringComparer.Ordinal)
            .Select(g => SpreadOf(g.Key.Kind, g.Key.Currency, [.. g.Select(r => r.Amount?.Amount ?? r.Points).OfType<long>().Order()], g.Count()));
        return new ComparableComplaints(code, cases.Count, [.. spread], [.. cases.Take(MostShown)]);
    }

    /// <summary>The median is the smallest that half of them do not exceed, and so always something that somebody got.</summary>
    private static RemedySpread SpreadOf(RemedyKind kind, string? currency, List<long> amounts, int count) =>
        amounts.Count == 0 ? new(kind, currency, count, null, null, null) : new(kind, currency, count, amounts[0], amounts[(amounts.Count - 1) / 2], amounts[^1]);
}
