using Crm.Application.Customers;
using Crm.Application.KeyAccounts;
using Crm.Domain;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>Which customer it was who complained.</summary>
/// <param name="CustomerId">The customer, who is in use.</param>
public sealed record ComplainantBody(CustomerId CustomerId)
{
    public static readonly ComplainantBody Example = new(CustomerId.Parse("customer_01j00000000000000000000000", null));
}

public sealed record IdentifyComplainant(ComplaintId Id, ComplainantBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ComplainantBodyValidator : AbstractValidator<ComplainantBody>;

internal sealed class IdentifyComplainantHandler(
    ICrmDb db, PracticeSteps steps, Caller caller, ImpartialHandlers handlers, KeyStandings standings, IValidator<ComplainantBody> validator)
    : ICommandHandler<IdentifyComplainant, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(IdentifyComplainant command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var id = command.Body.CustomerId;
            if (await db.RefusalOf(id, ct) is { } inTheWay)
            {
                return inTheWay;
            }
            if (loaded.Complaint.Identify(id, caller.StaffId, now, await standings.Of(id, ct) is not null).Failed(out var refused))
            {
                return refused;
            }
            await handlers.Replace(loaded.Complaint, [], ct);
            return Result.Done;
        }, ct);
}
