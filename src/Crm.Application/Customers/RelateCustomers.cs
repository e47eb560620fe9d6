using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record RelateCustomers(CustomerId CustomerId, RelationContent Content) : ICommand<RelationDetails>;

internal sealed class RelationContentValidator : AbstractValidator<RelationContent>
{
    public RelationContentValidator() => RuleFor(x => x.Role).MaximumLength(RelationContent.RoleMaxLength);
}

internal sealed class RelateCustomersHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<RelationContent> validator)
    : ICommandHandler<RelateCustomers, RelationDetails>
{
    private static readonly Error OtherUnknown =
        Error.Invalid([new("/otherCustomerId", "reference_unknown", "There is no such record. Check the id.")]);

    public async Task<Result<RelationDetails>> Handle(RelateCustomers command, CancellationToken ct)
    {
        var (content, now) = (command.Content, clock.GetUtcNow());
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        var parties = await db.Customers.AsNoTracking().Where(c => c.Id == command.CustomerId || c.Id == content.OtherCustomerId).ToListAsync(ct);
        if (parties.Find(c => c.Id == command.CustomerId) is not { } customer)
        {
            return Error.NotFound<Customer>();
        }
        if (customer.TakesRecords().Failed(out var error))
        {
            return error;
        }
        if (parties.Find(c => c.Id == content.OtherCustomerId) is not { State: CustomerState.Active } other)
        {
            return OtherUnknown;
        }
        if (Relation.Relate(customer, other, content, now).Failed(out error, out var relation))
        {
            return error;
        }
        db.OnlyWhileActive(customer.Id);
        db.OnlyWhileActive(other.Id);
        db.Relations.Add(relation);
        db.Tell(caller, customer.Id, "relation.recorded", relation.ResourceId, now, new { relation.Kind, relation.OtherCustomerId });
        db.Tell(caller, other.Id, "relation.recorded", relation.ResourceId, now, new { relation.Kind, OtherCustomerId = customer.Id });
        return RelationDetails.Of(relation, customer.Id, other.DisplayName);
    }
}
