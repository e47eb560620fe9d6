using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>Which members to audit.</summary>
/// <param name="After">The last member of the slice before; from the first one where absent.</param>
/// <param name="Limit">How many members, 1 to 500; 200 where absent.</param>
public sealed record AuditBody(MemberId? After = null, int? Limit = null)
{
    public const int MaxLimit = 500;
    public const int UsualLimit = 200;

    public static readonly AuditBody Example = new(null, 200);
}

/// <summary>What an audit found: every balance reckoned anew from the entries.</summary>
/// <param name="Members">How many members were looked at.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Points">What these come to.</param>
/// <param name="Differences">What differs; nothing, ever.</param>
/// <param name="Next">The member after whom the next slice begins; null at the end.</param>
public sealed record AuditReport(int Members, int Entries, long Points, IReadOnlyList<AuditDifference> Differences, MemberId? Next)
{
    public static readonly AuditReport Example = new(200, 5_211, 88_020, [], MemberId.Parse("member_01j00000000000000000000000", null));
}

/// <summary>Something that differs.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="Code">balance: the entries come to another number than the lots less what is owed; lot: what is left of a lot is not what its allocations leave.</param>
/// <param name="Lot">The lot, where it is about one.</param>
/// <param name="Reckoned">What it should be.</param>
/// <param name="Kept">What is kept.</param>
public sealed record AuditDifference(MemberId MemberId, string Code, int? Lot, long Reckoned, long Kept);

public sealed record AuditProgramme(ProgrammeId Id, AuditBody Body) : IQuery<AuditReport>;

internal sealed class AuditBodyValidator : AbstractValidator<AuditBody>
{
    public AuditBodyValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, AuditBody.MaxLimit);
}

internal sealed class AuditProgrammeHandler(ICrmDb db, IValidator<AuditBody> validator) : IQueryHandler<AuditProgramme, AuditReport>
{
    public async Task<Result<AuditReport>> Handle(AuditProgramme query, CancellationToken ct)
    {
        if (Validation.Check(validator, query.Body) is { } invalid)
        {
            return invalid;
        }
        if (query.Body.After is { } known && !await db.Members.AnyAsync(m => m.Id == known && m.ProgrammeId == query.Id, ct))
        {
            return MemberErrors.Unknown.About("/after");
        }
        var limit = query.Body.Limit ?? AuditBody.UsualLimit;
        var members = await db.AuditOf(query.Id, query.Body.After ?? new MemberId(Guid.Empty), limit, ct);
        if (members.Count == 0)
        {
            return await db.Programmes.AnyAsync(p => p.Id == query.Id, ct) ? new AuditReport(0, 0, 0, [], null) : Error.NotFound<Programme>();
        }
        var rows = await db.RowsOf(query.Id, members[0].Id, members[^1].Id, ct);
        var sums = rows.Sums.ToDictionary(s => s.MemberId);
        var taken = rows.Taken.ToDictionary(a => (a.MemberId, a.Lot), a => a.Points);
        var left = members.SelectMany(m => m.Lots.Select(l => (m.Id, l.Number, l.Remaining))).ToDictionary(l => (l.Id, l.Number), l => l.Remaining);
        List<AuditDifference> differences =
        [
            .. members.Select(m => new AuditDifference(m.Id, "balance", null, sums.GetValueOrDefault(m.Id)?.Points ?? 0, m.Lots.Sum(l => l.Remaining) - m.Deficit)).Where(d => d.Reckoned != d.Kept),
            .. rows.Lots.Select(l => new AuditDifference(l.MemberId, "lot", l.Number, l.Points - taken.GetValueOrDefault((l.MemberId, l.Number)), left.GetValueOrDefault((l.MemberId, l.Number)))).Where(d => d.Reckoned != d.Kept),
        ];
        return new AuditReport(members.Count, sums.Values.Sum(s => s.Count), sums.Values.Sum(s => s.Points), differences, members.Count == limit ? members[^1].Id : null);
    }
}

/// <summary>What an audit compares.</summary>
internal sealed record AuditedRows(IReadOnlyList<EntrySum> Sums, IReadOnlyList<KeptLot> Lots, IReadOnlyList<TakenOfLot> Taken);

internal sealed record AuditedMember(MemberId Id, long Deficit, IReadOnlyList<Lot> Lots);

internal sealed record EntrySum(MemberId MemberId, long Points, int Count);

internal sealed record KeptLot(MemberId MemberId, int Number, long Points);

internal sealed record TakenOfLot(MemberId MemberId, int Lot, long Points);

internal static class AuditReading
{
    public static Task<List<AuditedMember>> AuditOf(this ICrmDb db, ProgrammeId id, MemberId after, int limit, CancellationToken ct) =>
        db.Members.Where(m => m.ProgrammeId == id && m.Id > after).OrderBy(m => m.Id).Take(limit).Select(m => new AuditedMember(m.Id, m.Deficit, m.Lots)).ToListAsync(ct);

    /// <summary>Of the members of the programme between two of them, both included.</summary>
    public static async Task<AuditedRows> RowsOf(this ICrmDb db, ProgrammeId id, MemberId first, MemberId last, CancellationToken ct)
    {
        var own = db.Members.Where(m => m.ProgrammeId == id && m.Id >= first && m.Id <= last).Select(m => m.Id);
        return new(
            await db.LedgerEntries.Where(e => own.Contains(e.MemberId)).GroupBy(e => e.MemberId).Select(g => new EntrySum(g.Key, g.Sum(e => e.Points), g.Count())).ToListAsync(ct),
            await db.Lots.Where(l => own.Contains(l.MemberId)).Select(l => new KeptLot(l.MemberId, l.Number, l.Points)).ToListAsync(ct),
            await db.LotAllocations.Where(a => own.Contains(a.MemberId)).GroupBy(a => new { a.MemberId, a.LotNumber })
                .Select(g => new TakenOfLot(g.Key.MemberId, g.Key.LotNumber, g.Sum(a => a.Points))).ToListAsync(ct));
    }
}
