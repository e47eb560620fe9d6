using Crm.Domain;
using Crm.Domain.ValueEntries;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ValueEntries;

public sealed record ReverseValue(ValueEntryId Id, string Reason, DateOnly? OccurredOn) : ICommand<ValueDetails>;

/// <summary>Why an entry is taken away.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="OccurredOn">The day to which the reversal counts, not in the future; today where absent.</param>
public sealed record ValueReversalBody(string Reason, DateOnly? OccurredOn = null)
{
    public static readonly ValueReversalBody Example = new("The goods came back");
}

internal sealed class ValueReversalBodyValidator : AbstractValidator<ValueReversalBody>
{
    public ValueReversalBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(ValueContent.NoteMaxLength);
}

internal sealed class ReverseValueValidator : AbstractValidator<ReverseValue>
{
    public ReverseValueValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(ValueContent.NoteMaxLength);
}

internal sealed class ReverseValueHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<ReverseValue, ValueDetails>
{
    public async Task<Result<ValueDetails>> Handle(ReverseValue command, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), caller.Today(clock));
        var found = await db.ValueEntries.AsNoTracking().Where(v => v.Id == command.Id)
            .Select(v => new { Entry = v, Reversal = db.ValueEntries.Where(r => r.ReversesId == v.Id).Select(r => (ValueEntryId?)r.Id).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound<ValueEntry>();
        }
        if (found.Reversal is { } reversal)
        {
            return ValueErrors.AlreadyReversed.With(reversal.ToString());
        }
        if (command.OccurredOn > today)
        {
            return Error.Invalid([new("/occurredOn", "day_in_future", "This day is yet to come. An entry tells what was.")]);
        }
        if (found.Entry.Reverse(command.OccurredOn ?? today, command.Reason, caller.StaffId, now).Failed(out var error, out var entry))
        {
            return error;
        }
        db.OnlyWhileActive(entry.CustomerId);
        db.ValueEntries.Add(entry);
        return ValueDetails.Of(entry);
    }
}
