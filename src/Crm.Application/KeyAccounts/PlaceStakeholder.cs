using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.KeyAccounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>Somebody on the map of an account.</summary>
/// <param name="CustomerId">Who: a person who works for, represents or belongs to the account.</param>
/// <param name="DecisionRole">The part that they play in decisions.</param>
/// <param name="Attitude">How they stand to us.</param>
/// <param name="ReportsToId">To whom they report: somebody on the map.</param>
public sealed record StakeholderBody(CustomerId CustomerId, DecisionRole DecisionRole, StakeholderAttitude? Attitude = null, CustomerId? ReportsToId = null)
{
    public static readonly StakeholderBody Example = new(CustomerDetails.Example.Id, DecisionRole.DecisionMaker, StakeholderAttitude.Friendly);
}

public sealed record PlaceStakeholder(KeyAccountId Id, StakeholderBody Body) : ICommand<PlacedStakeholder>, IHandledAgain;

/// <summary>Somebody who was placed on the map.</summary>
/// <param name="KeyAccountId">The key account.</param>
/// <param name="CustomerId">Who.</param>
/// <param name="DecisionRole">The part that they play in decisions.</param>
/// <param name="Attitude">How they stand to us.</param>
/// <param name="ReportsToId">To whom they report.</param>
public sealed record PlacedStakeholder(KeyAccountId KeyAccountId, CustomerId CustomerId, DecisionRole DecisionRole, StakeholderAttitude? Attitude, CustomerId? ReportsToId)
{
    public static readonly PlacedStakeholder Example = new(
        KeyAccountDetails.ExampleId, StakeholderBody.Example.CustomerId, DecisionRole.DecisionMaker, StakeholderAttitude.Friendly, null);
}

internal sealed class StakeholderBodyValidator : AbstractValidator<StakeholderBody>
{
    public StakeholderBodyValidator()
    {
        RuleFor(x => x.DecisionRole).IsInEnum();
        RuleFor(x => x.Attitude).IsInEnum();
    }
}

internal sealed class PlaceStakeholderHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<StakeholderBody> validator) : ICommandHandler<PlaceStakeholder, PlacedStakeholder>
{
    public async Task<Result<PlacedStakeholder>> Handle(PlaceStakeholder command, CancellationToken ct)
    {
        var body = command.Body;
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if ((await db.KeyAccounts.Load(command.Id, default, ct)).Failed(out var error, out var account))
        {
            return error;
        }
        if (account.EndedAt is not null)
        {
            return KeyAccountErrors.Ended;
        }
        var map = await db.Stakeholders.Where(s => s.KeyAccountId == account.Id).ToListAsync(ct);
        var found = map.Find(s => s.CustomerId == body.CustomerId);
        if (found is null && map.Count >= Stakeholder.MaxPerAccount)
        {
            return KeyAccountErrors.MapFull;
        }
        if (!await db.PeopleOf(account.CustomerId, caller.Today(clock)).ContainsAsync(body.CustomerId, ct))
        {
            return KeyAccountErrors.StakeholderElsewhere;
        }
        if (body.ReportsToId is { } above)
        {
            if (above != body.CustomerId && !map.Exists(s => s.CustomerId == above))
            {
                return KeyAccountErrors.LineElsewhere;
            }
            if (Stakeholder.ClosesCircle(map.ToDictionary(s => s.CustomerId, s => s.ReportsToId), body.CustomerId, above))
            {
                return KeyAccountErrors.CircularLine;
            }
        }
        if (found is null)
        {
            found = new() { KeyAccountId = account.Id, CustomerId = body.CustomerId };
            db.Stakeholders.Add(found);
            db.OnlyWhileActive(body.CustomerId);
        }
        (found.DecisionRole, found.Attitude, found.ReportsToId) = (body.DecisionRole, body.Attitude, body.ReportsToId);
        account.Mapped(clock.GetUtcNow());
        return new PlacedStakeholder(account.Id, body.CustomerId, body.DecisionRole, body.Attitude, body.ReportsToId);
    }
}
