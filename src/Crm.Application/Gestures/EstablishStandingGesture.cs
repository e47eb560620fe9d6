using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Gestures;
using Crm.Domain.Programmes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>A gesture that is to be given by rule (S5-APPREC-1).</summary>
public sealed record EstablishStandingGesture : StandingGestureContent, ICommand<StandingGestureDetails>
{
    public static new readonly EstablishStandingGesture Example = new()
    {
        Name = StandingGestureContent.Example.Name, Trigger = GestureTrigger.Birthday, Kind = GestureKind.Note, Words = StandingGestureContent.Example.Words,
        Budget = StandingGestureContent.Example.Budget,
    };
}

internal sealed class StandingGestureContentValidator : AbstractValidator<StandingGestureContent>
{
    public StandingGestureContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(StandingGestureContent.NameMaxLength);
        RuleFor(x => x.Trigger).IsInEnum();
        RuleFor(x => x.AfterDays).InclusiveBetween(1, StandingGestureContent.MaxAfterDays);
        RuleFor(x => x.RatingAtMost).InclusiveBetween(Complaint.LowestRating, Complaint.HighestRating);
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Words).MaximumLength(StandingGestureContent.WordsMaxLength);
        RuleFor(x => x.Points).InclusiveBetween(1, StandingGestureContent.MaxPoints);
        RuleFor(x => x.Cost!).SetValidator(new MoneyValidator()).When(x => x.Cost is not null);
        RuleFor(x => x.WhenHindered).IsInEnum();
        RuleFor(x => x.Budget!).ChildRules(b =>
        {
            b.RuleFor(x => x.Period).IsInEnum();
            b.RuleFor(x => x.Gestures).InclusiveBetween(0, StandingBudget.MaxGestures);
            b.RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
            b.RuleFor(x => x.Cost!).SetValidator(new MoneyValidator()).When(x => x.Cost is not null);
        }).When(x => x.Budget is not null);
    }
}

internal sealed class EstablishStandingGestureValidator : AbstractValidator<EstablishStandingGesture>
{
    public EstablishStandingGestureValidator() => Include(new StandingGestureContentValidator());
}

internal sealed class EstablishStandingGestureHandler(
    ICrmDb db, UnitOfWork work, StandingGesturesInForce inForce, ProgrammesInForce programmes, Caller caller, TimeProvider clock)
    : ICommandHandler<EstablishStandingGesture, StandingGestureDetails>
{
    public async Task<Result<StandingGestureDetails>> Handle(EstablishStandingGesture command, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), caller.Today(clock));
        if (command.ProgrammeId is { } programme && await programmes.Find(db, caller.Tenant.Number, programme, ct) is null or { Retired: true })
        {
            return ProgrammeErrors.Unknown;
        }
        if (StandingGesture.Establish(command, today, now).Failed(out var error, out var standing))
        {
            return error;
        }
        if (await db.StandingGestures.CountAsync(g => g.RetiredAt == null, ct) >= StandingGesture.Most)
        {
            return StandingGestureErrors.TooMany;
        }
        var run = StandingRun.Begin(standing.Id, standing.Content.From < today ? standing.Content.From.Value : today);
        db.StandingGestures.Add(standing);
        db.StandingRuns.Add(run);
        db.SetAlarm(Alarms.StandingGestureNight, standing.Id.Value, now);
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return StandingGestureDetails.Of(standing);
    }
}
