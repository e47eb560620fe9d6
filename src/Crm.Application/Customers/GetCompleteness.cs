using Crm.Application.KeyAccounts;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetCompleteness(CustomerId Id) : IQuery<CompletenessDetails>;

/// <summary>How much of what is good to know of a customer is known.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Score">How many of the parts are known, of a hundred.</param>
/// <param name="Missing">The parts that are not known: of a person eight are asked, of an organisation a person instead of the form of address.</param>
public sealed record CompletenessDetails(CustomerId CustomerId, int Score, IReadOnlyList<KnownPart> Missing)
{
    public static readonly CompletenessDetails Example = new(CustomerDetails.Example.Id, 75, [KnownPart.PostalAddress, KnownPart.Consent]);
}

internal sealed class GetCompletenessHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetCompleteness, CompletenessDetails>
{
    public async Task<Result<CompletenessDetails>> Handle(GetCompleteness query, CancellationToken ct)
    {
        var id = query.Id;
        var people = db.PeopleOf(id, caller.Today(clock));
        var known = await db.Customers.Where(c => c.Id == id).Select(c => new
        {
            c.State,
            c.SurvivorId,
            c.Profile,
            HasConsent = db.Consents.Any(k => k.CustomerId == id),
            HasFact = db.Facts.Any(f => f.CustomerId == id && !f.Removed && f.OnlyFor == null),
            HasPerson = people.Any(),
        }).FirstOrDefaultAsync(ct);
        if (CustomerStates.Refusal(known?.State, known?.SurvivorId) is { } refused)
        {
            return refused;
        }
        var (score, missing) = Completeness.Of(known!.Profile, known.HasConsent, known.HasFact, known.HasPerson);
        return new CompletenessDetails(id, score, missing);
    }
}
