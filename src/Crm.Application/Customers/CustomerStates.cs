using System.Text.Json;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Application.Customers;

/// <summary>What stands in the way of working with a customer that was looked up without loading the whole.</summary>
public static class CustomerStates
{
    private static readonly Read<CustomerId, KnownCustomer> ById = new((db, id) => db.Customers.Where(c => c.Id == id).Select(c => new KnownCustomer(c.State, c.SurvivorId)));

    /// <summary>Why nothing can be recorded on a customer whom the request names; null where it can. One query.</summary>
    public static async Task<Error?> RefusalOf(this ICrmDb db, CustomerId id, CancellationToken ct)
    {
        var known = await db.First(ById, id, ct);
        return RefusalToRecord(known?.State, known?.SurvivorId);
    }

    /// <summary>The same where the customer was read along with something else; the state is null where there is none.</summary>
    public static Error? RefusalToRecord(CustomerState? state, CustomerId? survivor) =>
        state is null or CustomerState.Deleted ? InteractionErrors.CustomerUnknown : Refusal(state, survivor);

    /// <summary>Null for a customer in use.</summary>
    public static Error? Refusal(CustomerState? state, CustomerId? survivor) => state switch
    {
        CustomerState.Active => null,
        CustomerState.Merged => CustomerErrors.Merged.With(survivor.ToString()!),
        CustomerState.Erased => CustomerErrors.Erased,
        _ => Error.NotFound<Customer>(),
    };

    /// <summary>The audit entry of what is no change of the customer itself.</summary>
    public static AuditEntry Did(this Caller caller, string action, CustomerId customer, object? before, object? after, DateTimeOffset now) => new()
    {
        Id = UuidV7.Next(now),
        TenantNumber = caller.Tenant.Number,
        At = now,
        CredentialId = caller.CredentialId,
        CredentialName = caller.CredentialName,
        StaffId = caller.StaffId,
        Action = action,
        ResourceType = CustomerId.Prefix,
        ResourceId = customer.ToString(),
        RequestId = caller.RequestId,
        Before = before is null ? null : JsonSerializer.Serialize(before, CrmJson.Stored),
        After = after is null ? null : JsonSerializer.Serialize(after, CrmJson.Stored),
    };

    private sealed record KnownCustomer(CustomerState State, CustomerId? SurvivorId);
}
