using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.AfterSale;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.AfterSale;

/// <summary>Something that was sold or done for a customer, after which they are asked.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Source">The record of it, such as a purchase or an interaction.</param>
/// <param name="OccurredOn">The day on which it was.</param>
/// <param name="AfterDays">After how many days the customer is asked, 1 to 10 numbers from 1 to 366.</param>
public sealed record ScheduleAfterSale(CustomerId CustomerId, RecordId Source, DateOnly OccurredOn, IReadOnlyList<int> AfterDays) : ICommand<ScheduledChecks>
{
    public static readonly ScheduleAfterSale Example = new(
        CustomerDetails.Example.Id, RecordId.Parse("interaction_01j00000000000000000000000", null), new(2026, 3, 21), [3, 30]);
}

/// <summary>The checks that were scheduled.</summary>
/// <param name="Data">In the order of their days, at most 10.</param>
public sealed record ScheduledChecks(IReadOnlyList<CheckDetails> Data)
{
    public static readonly ScheduledChecks Example = new([CheckDetails.Example]);
}

internal sealed class ScheduleAfterSaleValidator : AbstractValidator<ScheduleAfterSale>
{
    public ScheduleAfterSaleValidator()
    {
        RuleFor(x => x.AfterDays).NotEmpty().AtMost(AfterSaleCheck.MaxOffsets);
        RuleForEach(x => x.AfterDays).InclusiveBetween(1, AfterSaleCheck.MostDays);
        RuleFor(x => x.OccurredOn).Must(day => day.Year is >= 2000 and <= 9000).Code("day_out_of_range", "A day from the year 2000 to the year 9000 is needed here.");
    }
}

internal sealed class ScheduleAfterSaleHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<ScheduleAfterSale, ScheduledChecks>
{
    public async Task<Result<ScheduledChecks>> Handle(ScheduleAfterSale command, CancellationToken ct)
    {
        var customer = await db.Customers.Where(c => c.Id == command.CustomerId).Select(c => new { c.State, c.SurvivorId, c.Profile }).FirstOrDefaultAsync(ct);
        if (customer is null || customer.State == CustomerState.Deleted)
        {
            return InteractionErrors.CustomerUnknown;
        }
        if (CustomerStates.Refusal(customer.State, customer.SurvivorId) is { } refusal)
        {
            return refusal;
        }
        var now = clock.GetUtcNow();
        db.OnlyWhileActive(command.CustomerId);
        var checks = db.ScheduleChecks(command.CustomerId, customer.Profile.TimeZone, command.Source, command.OccurredOn, command.AfterDays, caller, now);
        return new ScheduledChecks([.. checks.Select(CheckDetails.Of)]);
    }
}
