using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetStakeholderMap(KeyAccountId Id) : IQuery<StakeholderMap>;

/// <summary>What a map lacks.</summary>
public enum StakeholderGap { NoDecisionMaker, NeverContacted, NotContactedFor90Days }

/// <summary>The people of an account, and what we do not know of them (S4-KEY-1).</summary>
/// <param name="KeyAccountId">The key account.</param>
/// <param name="People">Everybody who acts for it, at most 200; those who are placed first.</param>
/// <param name="Gaps">Decision makers to whom nobody turned in 90 days, and whether none is known.</param>
public sealed record StakeholderMap(KeyAccountId KeyAccountId, IReadOnlyList<MappedPerson> People, IReadOnlyList<MapGap> Gaps)
{
    public static readonly StakeholderMap Example = new(
        KeyAccountDetails.ExampleId,
        [new(CustomerDetails.Example.Id, CustomerDetails.Example.DisplayName, "Head of purchasing", DecisionRole.DecisionMaker, StakeholderAttitude.Friendly, null, new(2026, 1, 10, 9, 0, 0, TimeSpan.Zero))],
        []);
}

/// <summary>Somebody who acts for an account.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="Role">What they are there, as their relation tells.</param>
/// <param name="DecisionRole">The part that they play in decisions; null where they are not placed.</param>
/// <param name="Attitude">How they stand to us.</param>
/// <param name="ReportsToId">To whom they report.</param>
/// <param name="LastContactAt">When the last contact with them began.</param>
public sealed record MappedPerson(
    CustomerId CustomerId, string DisplayName, string? Role, DecisionRole? DecisionRole, StakeholderAttitude? Attitude, CustomerId? ReportsToId, DateTimeOffset? LastContactAt);

/// <summary>Something that a map lacks.</summary>
/// <param name="Gap">What.</param>
/// <param name="CustomerId">Of whom; null where nobody is known.</param>
public sealed record MapGap(StakeholderGap Gap, CustomerId? CustomerId);

internal sealed class GetStakeholderMapHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetStakeholderMap, StakeholderMap>
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(90);

    public async Task<Result<StakeholderMap>> Handle(GetStakeholderMap query, CancellationToken ct)
    {
        if (await db.KeyAccounts.Where(k => k.Id == query.Id).Select(k => (CustomerId?)k.CustomerId).FirstOrDefaultAsync(ct) is not { } holder)
        {
            return Error.NotFound<KeyAccount>();
        }
        var acting = db.PeopleOf(holder, caller.Today(clock));
        var placed = db.Stakeholders.Where(s => s.KeyAccountId == query.Id);
        var people = await db.Customers.Where(c => c.State == CustomerState.Active && acting.Contains(c.Id)).Select(c => new MappedPerson(
                c.Id, c.DisplayName,
                db.Relations.Where(r => r.CustomerId == c.Id && r.OtherCustomerId == holder && !r.Removed).OrderBy(r => r.Id).Select(r => r.Role).FirstOrDefault(),
                placed.Where(s => s.CustomerId == c.Id).Select(s => (DecisionRole?)s.DecisionRole).FirstOrDefault(),
                placed.Where(s => s.CustomerId == c.Id).Select(s => s.Attitude).FirstOrDefault(),
                placed.Where(s => s.CustomerId == c.Id).Select(s => s.ReportsToId).FirstOrDefault(),
                db.Interactions.Where(i => i.CustomerId == c.Id && i.Correction == null && (i.Outcome == null || (i.Outcome != Outcome.NoAnswer && i.Outcome != Outcome.MessageLeft)))
                    .OrderByDescending(i => i.StartedAt).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefault()))
            .Take(Stakeholder.MaxPerAccount).ToListAsync(ct);
        people.Sort((a, b) => (a.DecisionRole ?? DecisionRole.Other + 1, a.CustomerId).CompareTo((b.DecisionRole ?? DecisionRole.Other + 1, b.CustomerId)));
        return new StakeholderMap(query.Id, people, [.. Gaps(people, clock.GetUtcNow())]);
    }

    private static IEnumerable<MapGap> Gaps(List<MappedPerson> people, DateTimeOffset now)
    {
        var deciding = people.FindAll(p => p.DecisionRole == DecisionRole.DecisionMaker);
        if (deciding.Count == 0)
        {
            yield return new(StakeholderGap.NoDecisionMaker, null);
        }
        foreach (var person in deciding.Where(p => !(p.LastContactAt >= now - Long)))
        {
            yield return new(person.LastContactAt is null ? StakeholderGap.NeverContacted : StakeholderGap.NotContactedFor90Days, person.CustomerId);
        }
    }
}
