using Crm.Application.Calendars;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Clocks;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Policies;
using FluentValidation;

namespace Crm.Application.Clocks;

/// <summary>A clock to be started by hand, for a request that is kept elsewhere.</summary>
/// <param name="Metric">What it measures; with the facts below it says which policy counts.</param>
/// <param name="CustomerId">Whose request it is.</param>
/// <param name="StartedAt">Since when it runs, at most 3660 days ago; now where absent.</param>
/// <param name="Target">A target of its own in place of the policy's, which still says who is told on the way: an ISO 8601 duration above zero and up to P3660D, as in PT4H. A day of it is 24 counted hours.</param>
/// <param name="CalendarId">The calendar in whose open hours a target of its own counts; the tenant's default where absent, and all time where there is none.</param>
/// <param name="Channel">The channel on which the request came.</param>
/// <param name="Priority">How soon the matter wants to be dealt with.</param>
/// <param name="CustomerClass">A class of customers that policies name, such as key; at most 50 characters.</param>
/// <param name="Tier">A tier that policies name, such as gold; at most 50 characters.</param>
/// <param name="OwnerId">The member of staff who is told first when it gets on; the caller's own where absent.</param>
/// <param name="ExternalId">Your own key for it, unique in the tenant; at most 100 characters.</param>
public sealed record StartClock(
    Metric Metric, CustomerId? CustomerId = null, DateTimeOffset? StartedAt = null, string? Target = null, CalendarId? CalendarId = null, Channel? Channel = null,
    Priority? Priority = null, string? CustomerClass = null, string? Tier = null, StaffId? OwnerId = null, string? ExternalId = null) : ICommand<ClockDetails>
{
    public static readonly StartClock Example = new(
        Metric.FirstResponse, Domain.Id<Customer>.Parse("customer_01j00000000000000000000000", null), Target: "PT4H", Channel: Domain.Interactions.Channel.Email, ExternalId: "CASE-1042");
}

internal sealed class StartClockValidator : AbstractValidator<StartClock>
{
    public StartClockValidator()
    {
        RuleFor(x => x.Metric).IsInEnum();
        RuleFor(x => x.StartedAt).OfCalendars();
        RuleFor(x => x.Target!).Target().When(x => x.Target is not null);
        RuleFor(x => x.CalendarId).Must((x, calendar) => calendar is null || x.Target is not null).Code("calendar_without_target", "A calendar goes with a target of its own only.");
        RuleFor(x => x.CustomerClass).MaximumLength(AppliesTo.CodeMaxLength).Matches(AppliesTo.CodeForm);
        RuleFor(x => x.Tier).MaximumLength(AppliesTo.CodeMaxLength).Matches(AppliesTo.CodeForm);
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class StartClockHandler(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks) : ICommandHandler<StartClock, ClockDetails>
{
    public async Task<Result<ClockDetails>> Handle(StartClock command, CancellationToken ct)
    {
        if (command.CustomerId is { } customer)
        {
            if (await db.RefusalOf(customer, ct) is { } refusal)
            {
                return refusal;
            }
            db.OnlyWhileActive(customer);
        }
        var now = time.GetUtcNow();
        var facts = new ClockFacts(ClockSubject.Request, command.Metric, command.Channel, command.Priority, command.CustomerClass, command.Tier);
        var purpose = new ClockPurpose(null, command.Metric, 1, command.CustomerId, facts, command.ExternalId, command.OwnerId ?? caller.StaffId);
        ClockTerms? own = null;
        if (Durations.TryParse(command.Target, out var target))
        {
            var calendar = command.CalendarId ?? caller.Tenant.Settings.DefaultCalendarId;
            if ((await clocks.PresentVersion(calendar, ct)).Failed(out var unknown, out var version))
            {
                return unknown;
            }
            own = await clocks.TermsOf(target, calendar, version, Metrics.NeverPauses(command.Metric) ? [] : Enum.GetValues<WaitState>(), facts, command.CustomerId, ct);
        }
        return (await clocks.Start(purpose, command.StartedAt ?? now, ct, own)).Failed(out var error, out var clock) ? error : ClockDetails.Of(clock);
    }
}
