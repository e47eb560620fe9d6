using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

/// <summary>A member and the rules in force.</summary>
/// <param name="Rolling">The qualifying points of the rolling window, where the programme has one.</param>
internal sealed record LoadedMember(Member Member, ProgrammeInForce Programme, long Rolling);

/// <summary>Loads members for operations on their points, never their history; and keeps what the operations add.</summary>
internal sealed class MemberLedgers(ICrmDb db, Caller caller, ProgrammesInForce programmes, TimeProvider clock)
{
    public async Task<Result<LoadedMember>> Load(MemberId id, CancellationToken ct) =>
        await db.Members.FirstOrDefaultAsync(m => m.Id == id, ct) switch
        {
            null => Error.NotFound<Member>(),
            { MergedIntoId: { } other } => MemberErrors.Merged.With(other.ToString()),
            var member => await Of(member, ct),
        };

    /// <summary>The membership that a member has become a part of, however often it did; the member itself where it did not.</summary>
    public async Task<Member> Survivor(Member member, CancellationToken ct)
    {
        while (member.MergedIntoId is { } into)
        {
            member = await db.Members.FirstAsync(m => m.Id == into, ct);
        }
        return member;
    }

    public async Task<LoadedMember> Of(Member member, CancellationToken ct)
    {
        // A programme is never deleted, and a member never leaves it for another.
        var programme = (await programmes.Find(db, caller.Tenant.Number, member.ProgrammeId, ct))!;
        return new(member, programme, await Rolling(member.Id, programme.Content, ct));
    }

    /// <summary>How many earnings there were within the time of the velocity limit; asked only where there is one.</summary>
    private async Task<int> Recent(LoadedMember loaded, CancellationToken ct)
    {
        if (loaded.Programme.Content.Velocity is not { } limit)
        {
            return 0;
        }
        return await db.EarningsSince(loaded.Member.Id, clock.GetUtcNow().AddMinutes(-limit.Minutes), ct);
    }

    /// <summary>Lets a member earn what the rules give, as far as campaigns have it, and keeps it.</summary>
    public async Task<Result<(EarningDecision Decision, LedgerChange Change)>> Earn(LoadedMember loaded, Earned earned, CancellationToken ct)
    {
        var within = earned with { Facts = earned.Facts with { CampaignsLeft = await db.CampaignsLeft(loaded.Programme, earned.Facts.Event, ct) } };
        if (loaded.Member.Earn(loaded.Programme, within, await Recent(loaded, ct), loaded.Rolling, clock.GetUtcNow()).Failed(out var error, out var done))
        {
            return error;
        }
        Keep(done.Change);
        db.SpendCampaigns(loaded.Programme, done.Decision);
        return done;
    }

    public void Keep(LedgerChange change)
    {
        db.Append(change.Entries);
        db.Append(change.Lots);
        db.Append(change.Allocations);
        if (change.Released is { } lot)
        {
            db.AskInTurn($"lot {lot.MemberId} {lot.Number}", async ct =>
            {
                await db.Lots.Where(l => l.MemberId == lot.MemberId && l.Number == lot.Number)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.AvailableAt, lot.AvailableAt).SetProperty(x => x.ExpiresAt, lot.ExpiresAt), ct);
                return Result.Done;
            });
        }
    }

    private async Task<long> Rolling(MemberId id, ProgrammeContent content, CancellationToken ct)
    {
        if (content.Tiers is not { Window: TierWindow.RollingMonths, Basis: TierBasis.EarnedInWindow } scheme)
        {
            return 0;
        }
        var day = content.DayOf(clock.GetUtcNow());
        var from = content.Midnight(scheme.WindowOf(day, day).From);
        return await db.QualifyingSince(id, from, ct);
    }
}

internal static class MemberLoading
{
    public static Task<int> EarningsSince(this ICrmDb db, MemberId id, DateTimeOffset since, CancellationToken ct)
    {
        // The id of an entry tells when it was written.
        var first = LedgerEntryId.FirstAt(since);
        return db.LedgerEntries.Where(e => e.MemberId == id && e.Id >= first && e.Kind == EntryKind.Earn).CountAsync(ct);
    }

    public static Task<long> QualifyingSince(this ICrmDb db, MemberId id, DateTimeOffset from, CancellationToken ct) =>
        db.LedgerEntries.Where(e => e.MemberId == id && e.QualifiesAt >= from).GroupBy(e => e.MemberId).Select(g => g.Sum(e => e.Qualifying)).FirstOrDefaultAsync(ct);
}
