using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

/// <summary>A customer's wish to be left alone (S4-ALL-1).</summary>
/// <param name="Reason">Why, in the customer's words where there are any; 1 to 500 characters.</param>
/// <param name="Channels">The channels it is about; every channel where absent or empty; at most 20.</param>
/// <param name="Until">When it ends; never where absent.</param>
public sealed record RefuseContactBody(string Reason, IReadOnlyList<ContactChannel>? Channels = null, DateTimeOffset? Until = null)
{
    public static readonly RefuseContactBody Example = new("Asked not to be called at work", [ContactChannel.Phone, ContactChannel.Sms]);
}

public sealed record RefuseContact(CustomerId Id, RefuseContactBody Wish, IfMatch IfMatch) : ICommand<CustomerDetails>;

internal sealed class RefuseContactValidator : AbstractValidator<RefuseContact>
{
    public RefuseContactValidator()
    {
        RuleFor(x => x.Wish.Reason).NotEmpty().MaximumLength(DoNotContact.ReasonMaxLength).OverridePropertyName("Reason");
        RuleFor(x => x.Wish.Channels).AtMost(DoNotContact.MaxChannels).OverridePropertyName("Channels");
    }
}

internal sealed class RefuseContactHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RefuseContact, CustomerDetails>
{
    public async Task<Result<CustomerDetails>> Handle(RefuseContact command, CancellationToken ct)
    {
        var (wish, now) = (command.Wish, clock.GetUtcNow());
        if ((await db.Customers.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var customer)
            || customer.ForbidContact(wish.Channels, wish.Reason, wish.Until, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Tell(caller, customer.Id, "customer.contact_forbidden", customer.ResourceId, now, new { customer.DoNotContact!.Channels, wish.Until });
        return CustomerDetails.Of(customer, caller.Tenant.Settings);
    }
}
