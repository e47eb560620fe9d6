using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>Why a customer is to be erased.</summary>
/// <param name="Reason">What makes us do it.</param>
/// <param name="Note">Where the request is filed. It stays with the tombstone, so nothing personal belongs here; at most 500 characters.</param>
public sealed record EraseBody(ErasureReason Reason, string? Note = null)
{
    public const int NoteMaxLength = Erasure.NoteMaxLength;

    public static readonly EraseBody Example = new(ErasureReason.CustomerRequest, "Request 2026/114");
}

public sealed record EraseCustomer(CustomerId Id, EraseBody Body) : ICommand<ErasureReport>;

/// <summary>What an erasure did.</summary>
/// <param name="CustomerId">The customer, whose tombstone stays.</param>
/// <param name="ErasedAt">When the customer was erased; the first time, where the request was repeated.</param>
/// <param name="Rows">How many rows of each table were deleted or emptied.</param>
public sealed record ErasureReport(CustomerId CustomerId, DateTimeOffset ErasedAt, IReadOnlyDictionary<string, int> Rows)
{
    public static readonly ErasureReport Example = new(
        CustomerDetails.Example.Id, DateTimeOffset.UnixEpoch.AddYears(57), new Dictionary<string, int>(StringComparer.Ordinal) { ["customerTerms"] = 8, ["timelineEntries"] = 4 });
}

internal sealed class EraseCustomerValidator : AbstractValidator<EraseCustomer>
{
    public EraseCustomerValidator()
    {
        RuleFor(x => x.Body.Reason).IsInEnum().OverridePropertyName("Reason");
        RuleFor(x => x.Body.Note).MaximumLength(Erasure.NoteMaxLength).OverridePropertyName("Note");
    }
}

internal sealed class EraseCustomerHandler(ICrmDb db, ICustomerRows rows, Caller caller, TimeProvider clock) : ICommandHandler<EraseCustomer, ErasureReport>
{
    public async Task<Result<ErasureReport>> Handle(EraseCustomer command, CancellationToken ct)
    {
        if ((await db.Customers.Load(command.Id, default, ct)).Failed(out var error, out var customer))
        {
            return error;
        }
        var now = clock.GetUtcNow();
        if (customer.Erase(command.Body.Reason, command.Body.Note, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        var losers = await db.Customers.Where(c => c.SurvivorId == customer.Id).ToListAsync(ct);
        losers.ForEach(l => l.EraseWith(customer, now));
        List<CustomerId> erased = [customer.Id, .. losers.Select(l => l.Id)];
        var counts = await rows.CountErased(erased, ct);
        // Repeated, too: a row that came in at the same moment as the erasure goes now.
        rows.Erase(erased);
        return new ErasureReport(customer.Id, customer.Erasure!.At, counts);
    }
}
