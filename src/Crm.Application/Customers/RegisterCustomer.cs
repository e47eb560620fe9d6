using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

/// <summary>A customer to be recorded, potential or actual (S3-DB-1, S4-ALL-1).</summary>
public sealed record RegisterCustomer : CustomerProfile, ICommand<CustomerDetails>
{
    /// <summary>Where the customer stands with us; prospect where absent.</summary>
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>Record the customer even if the same one seems to be known. It comes from the query of the address.</summary>
    [JsonIgnore]
    public bool AllowDuplicate { get; init; }

    public static new readonly RegisterCustomer Example = new()
    {
        Kind = CustomerKind.Person, GivenName = "Maryam", FamilyName = "Ahmadi", Honorific = "خانم", Lifecycle = Domain.Customers.Lifecycle.Lead,
        ContactPoints = [new(ContactPointKind.Phone, "0912 123 4567", "mobile", true)], Language = "fa-IR", Tags = ["vip"],
    };
}

internal sealed class RegisterCustomerValidator : AbstractValidator<RegisterCustomer>
{
    public RegisterCustomerValidator() => Include(new CustomerProfileValidator());
}

internal sealed class RegisterCustomerHandler(ICrmDb db, AttributeValues attributes, Caller caller, TimeProvider clock)
    : ICommandHandler<RegisterCustomer, CustomerDetails>
{
    public async Task<Result<CustomerDetails>> Handle(RegisterCustomer command, CancellationToken ct)
    {
        var lifecycle = command.Lifecycle ?? Lifecycle.Prospect;
        if ((await attributes.Accept(command.ProfileOnly(), null, ct)).Failed(out var error, out var profile)
            || Customer.Register(profile, lifecycle, caller.Tenant.Settings.Country, caller.StaffId, clock.GetUtcNow()).Failed(out error, out var customer))
        {
            return error;
        }
        if (!command.AllowDuplicate)
        {
            db.RefuseDuplicate(customer);
        }
        db.Customers.Add(customer);
        db.Timeline.Add(EntryOf(customer));
        return CustomerDetails.Of(customer, caller.Tenant.Settings);
    }

    private TimelineEntry EntryOf(Customer customer) => new()
    {
        Id = UuidV7.Next(customer.CreatedAt),
        CustomerId = customer.Id,
        At = customer.CreatedAt,
        Type = "customer.registered",
        ResourceId = customer.ResourceId,
        By = caller.StaffId,
        Summary = JsonSerializer.Serialize(new { lifecycle = customer.Lifecycle }, CrmJson.Stored),
    };
}
