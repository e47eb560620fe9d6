using Crm.Application.Customers;
using Crm.Application.Members;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Gestures;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>A small thanks to be given (S5-APPREC-1).</summary>
/// <param name="CustomerId">To whom.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Occasion">What it is for.</param>
/// <param name="Words">What goes with it; at most 500 characters.</param>
/// <param name="Points">How many points, for the kind points only; 1 to 1,000,000,000.</param>
/// <param name="Cost">What it costs, for every kind but points.</param>
/// <param name="MemberId">For points: the member who gets them.</param>
/// <param name="ComplaintId">The complaint of this customer that it is for.</param>
public sealed record GiveGesture(
    CustomerId CustomerId, GestureKind Kind, GestureOccasion Occasion, string? Words = null, long? Points = null, Money? Cost = null, MemberId? MemberId = null,
    ComplaintId? ComplaintId = null) : ICommand<GestureDetails>, IHandledAgain
{
    public static readonly GiveGesture Example = new(MemberDetails.Example.CustomerId, GestureKind.Note, GestureOccasion.Thanks, "Thank you for ten years with us");
}

internal sealed class GiveGestureValidator : AbstractValidator<GiveGesture>
{
    public GiveGestureValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Occasion).IsInEnum();
        RuleFor(x => x.Words).MaximumLength(Gesture.WordsMaxLength);
        RuleFor(x => x.Points).InclusiveBetween(1, Gesture.MaxPoints);
        RuleFor(x => x.Points).Must((x, points) => x.Kind == GestureKind.Points == points is not null && points is not null == x.MemberId is not null)
            .Code("gesture_points_misplaced", "Points and the member who gets them go with the kind points, and with no other.");
        RuleFor(x => x.Cost!).SetValidator(new MoneyValidator()).When(x => x.Cost is not null);
        RuleFor(x => x.Cost).Must((x, cost) => cost is null || x.Kind != GestureKind.Points).Code("gesture_cost_misplaced", "What points cost the programme says.");
    }
}

internal sealed class GiveGestureHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock) : ICommandHandler<GiveGesture, GestureDetails>
{
    public async Task<Result<GestureDetails>> Handle(GiveGesture command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.RefusalOf(command.CustomerId, ct) is { } refusal)
        {
            return refusal;
        }
        if (command.ComplaintId is { } complaint && !await db.Complaints.AnyAsync(c => c.Id == complaint && c.CustomerId == command.CustomerId, ct))
        {
            return ComplaintErrors.ComplaintUnknown;
        }
        LoadedMember? loaded = null;
        if (command.MemberId is { } id && ((await ledgers.Load(id, ct)).Failed(out _, out loaded) || loaded.Member.CustomerId != command.CustomerId))
        {
            return MemberErrors.Unknown;
        }
        var rules = await db.GestureRules.AsNoTracking().FirstOrDefaultAsync(ct);
        var manager = caller.StaffId is { } self ? await db.Staff.Where(s => s.Id == self).Select(s => s.ManagerId).FirstOrDefaultAsync(ct) : null;
        var last = await db.LastGivenTo(command.CustomerId, ct);
        var before = new List<GivenBefore>();
        foreach (var budget in rules?.Budgets ?? [])
        {
            before.Add(await db.GivenBy(budget, caller, manager, now, ct));
        }
        var content = new GestureContent(
            command.CustomerId, command.Kind, command.Occasion, command.Words, command.Points, command.Cost, command.MemberId, command.ComplaintId);
        if (Gesture.Give(content, caller.StaffId, manager, rules, before, last, now).Failed(out var error, out var gesture))
        {
            return error;
        }
        if (gesture.State == GestureState.Granted && loaded is not null && ledgers.Pay(gesture, loaded, caller, now).Failed(out error))
        {
            return error;
        }
        db.Enter(gesture, caller, now);
        // Two at once must not share what one budget has left, nor both be the first to thank: whoever comes second looks again.
        var seen = before.Sum(b => b.Gestures);
        db.AskInTurn("gestures", async inner =>
        {
            var sum = 0;
            foreach (var budget in rules?.Budgets ?? [])
            {
                sum += (await db.GivenBy(budget, caller, manager, now, inner)).Gestures;
            }
            return sum == seen && await db.LastGivenTo(command.CustomerId, inner) == last ? Result.Done : RaceErrors.TurnLost;
        });
        return GestureDetails.Of(gesture);
    }
}

internal static class Giving
{
    /// <summary>Adds a gesture and its place in the customer's timeline, unless nothing can be recorded on the customer.</summary>
    public static void Enter(this ICrmDb db, Gesture gesture, Caller caller, DateTimeOffset now)
    {
        db.OnlyWhileActive(gesture.CustomerId);
        db.Gestures.Add(gesture);
        db.Tell(caller, gesture.CustomerId, "gesture.given", gesture.ResourceId, now, new { kind = gesture.Kind, state = gesture.State, complaintId = gesture.ComplaintId });
    }

    public static Task<DateTimeOffset?> LastGivenTo(this ICrmDb db, CustomerId id, CancellationToken ct) =>
        db.Gestures.Where(g => g.CustomerId == id && g.State != GestureState.Refused).OrderByDescending(g => g.Id).Select(g => (DateTimeOffset?)g.GivenAt).FirstOrDefaultAsync(ct);

    /// <summary>What counts for a budget of whoever asks: a rule gives on the tenant's account only.</summary>
    public static Task<GivenBefore> GivenBy(this ICrmDb db, GestureBudget budget, Caller caller, StaffId? manager, DateTimeOffset now, CancellationToken ct)
    {
        var self = caller.StaffId;
        var rows = budget.Scope switch
        {
            BudgetScope.Person => db.Gestures.Where(g => g.GivenById == self && g.StandingGestureId == null),
            BudgetScope.Team => db.Gestures.Where(g => g.TeamOfId == manager && g.StandingGestureId == null),
            _ => db.Gestures,
        };
        return rows.Given(budget, caller, now, ct);
    }

    /// <summary>What of these counts for a budget in its present period: what was given, and what waits.</summary>
    public static async Task<GivenBefore> Given(this IQueryable<Gesture> gestures, GestureBudget budget, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var zone = caller.Tenant.Settings.TimeZone;
        var first = GestureId.FirstAt(ProgrammeDays.Midnight(ProgrammeDays.StartOf(ProgrammeDays.DayOf(now, zone), budget.Period), zone));
        var rows = gestures.Where(g => g.Id >= first && g.State != GestureState.Refused);
        var currency = budget.Cost?.Currency;
        var sums = await rows.GroupBy(g => g.CostCurrency)
            .Select(g => new { Currency = g.Key, Count = g.Count(), Points = g.Sum(x => x.Points ?? 0), Cost = g.Sum(x => x.CostAmount ?? 0) }).ToListAsync(ct);
        return new(
            sums.Sum(s => s.Count), sums.Sum(s => s.Points), sums.Where(s => s.Currency == currency).Sum(s => s.Cost),
            currency is not null && sums.Exists(s => s.Currency is not null && s.Currency != currency));
    }

    /// <summary>Gives the points of a gesture: an entry that names the gesture, or the complaint that it is for, and the gesture names the entry.</summary>
    public static Result Pay(this MemberLedgers ledgers, Gesture gesture, LoadedMember loaded, Caller caller, DateTimeOffset now)
    {
        var subject = gesture.ComplaintId is { } complaint ? RecordId.Of(complaint) : RecordId.Of(gesture.Id);
        if (loaded.Member.Adjust(loaded.Programme, gesture.Points!.Value, false, gesture.ResourceId, subject, $"{gesture.Occasion}", caller.StaffId, loaded.Rolling, now).Failed(out var error, out var paid))
        {
            return error;
        }
        ledgers.Keep(paid.Change);
        gesture.PaidBy(paid.Entry.Id);
        return Result.Done;
    }
}
