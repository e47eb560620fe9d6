using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.CorrectiveActions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.CorrectiveActions;

/// <summary>Over which windows complaints of the cause are compared.</summary>
/// <param name="WindowDays">How many days before and from the day on which it was done are compared; 1 to 366, and the window after is over.</param>
public sealed record EffectivenessBody(int WindowDays)
{
    public static readonly EffectivenessBody Example = new(30);
}

public sealed record CheckEffectiveness(CorrectiveActionId Id, EffectivenessBody Body) : ICommand<CorrectiveActionDetails>;

internal sealed class EffectivenessBodyValidator : AbstractValidator<EffectivenessBody>
{
    public EffectivenessBodyValidator() => RuleFor(x => x.WindowDays).InclusiveBetween(EffectivenessCheck.MinWindowDays, EffectivenessCheck.MaxWindowDays);
}

internal sealed class CheckEffectivenessHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<EffectivenessBody> validator)
    : ICommandHandler<CheckEffectiveness, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(CheckEffectiveness command, CancellationToken ct)
    {
        var days = command.Body.WindowDays;
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        if ((await db.CorrectiveActions.Load(command.Id, default, ct)).Failed(out var error, out var action))
        {
            return error;
        }
        var counts = action.DoneOn is { } done ? await Counts(action.CauseId, done, days, ct) : default;
        return action.CheckEffectiveness(counts.Before, counts.After, days, caller.Today(clock), caller.StaffId, clock.GetUtcNow()).Failed(out error)
            ? error
            : CorrectiveActionDetails.Of(action);
    }

    /// <summary>The complaints of the cause that were received in the days before and in those from then on, as the books of complaints have them: one query, however many there are.</summary>
    private async Task<(int Before, int After)> Counts(CauseId cause, DateOnly done, int days, CancellationToken ct)
    {
        var (first, last) = (Math.Max(0, done.DayNumber - days), Math.Min(DateOnly.MaxValue.DayNumber, done.DayNumber + days - 1));
        var before = FigurePeriod.Covering(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(Math.Max(0, done.DayNumber - 1))).ToHashSet();
        int[] periods = [.. before, .. FigurePeriod.Covering(done, DateOnly.FromDayNumber(last))];
        var codes = db.Causes.Where(c => c.Id == cause).Select(c => c.CodeKey);
        var cells = await db.ComplaintCells.Where(c => c.Dimension == FigureDimension.Cause && periods.Contains(c.Period) && codes.Contains(c.Value))
            .Select(c => new { c.Period, c.Counts }).ToListAsync(ct);
        return (Sum(true), Sum(false));

        int Sum(bool early) =>
            (int)Math.Min(EffectivenessCheck.MaxBefore, cells.Where(c => before.Contains(c.Period) == early).Sum(c => Figures.Parse(c.Counts.Text)[Figure.Received]));
    }
}
