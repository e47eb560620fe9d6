using Crm.Domain;

namespace Crm.Application.Customers;

public sealed record AllowContact(CustomerId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class AllowContactHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<AllowContact, Nothing>
{
    public async Task<Result<Nothing>> Handle(AllowContact command, CancellationToken ct)
    {
        if ((await db.Customers.Load(command.Id, default, ct)).Failed(out var error, out var customer))
        {
            return error;
        }
        if (customer.DoNotContact is null)
        {
            return customer.TakesRecords().Failed(out error) ? error : new Nothing();
        }
        if (!command.IfMatch.Allows(customer.Version))
        {
            return Error.Stale;
        }
        var now = clock.GetUtcNow();
        if (customer.AllowContact(now).Failed(out error))
        {
            return error;
        }
        db.Tell(caller, customer.Id, "customer.contact_allowed", customer.ResourceId, now, new { });
        return new Nothing();
    }
}
