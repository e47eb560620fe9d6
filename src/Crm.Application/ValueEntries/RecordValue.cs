using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.ValueEntries;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ValueEntries;

/// <summary>Enters a value once: two that race for one source key are handled one after the other.</summary>
public sealed record RecordValue(ValueContent Content) : ICommand<ValueDetails>;

internal sealed class ValueContentValidator : AbstractValidator<ValueContent>
{
    public ValueContentValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Value).NotNull().SetValidator(new MoneyValidator());
        RuleFor(x => x.Value.Amount).InclusiveBetween(1, ValueContent.MostAmount).When(x => x.Value is not null);
        RuleFor(x => x.SourceKey).NotEmpty().ExternalId();
        RuleFor(x => x.Note).MaximumLength(ValueContent.NoteMaxLength);
    }
}

internal sealed class RecordValueHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<ValueContent> validator) : ICommandHandler<RecordValue, ValueDetails>
{
    public async Task<Result<ValueDetails>> Handle(RecordValue command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (ValueEntry.Record(command.Content, caller.Today(clock), caller.StaffId, now).Failed(out var error, out var entry))
        {
            return error;
        }
        var key = entry.SourceKey;
        var known = await db.Customers.Where(c => c.Id == entry.CustomerId).Select(c => new
        {
            c.State,
            c.SurvivorId,
            Same = db.ValueEntries.Where(v => v.SourceKey == key).Select(v => (ValueEntryId?)v.Id).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (known is null || known.State == CustomerState.Deleted)
        {
            return InteractionErrors.CustomerUnknown;
        }
        if (known.Same is { } same)
        {
            var entered = await db.ValueEntries.AsNoTracking().FirstAsync(v => v.Id == same, ct);
            return entered.Repeats(entry) ? ValueDetails.Of(entered) : ValueErrors.SourceTaken.With(same.ToString());
        }
        if (CustomerStates.Refusal(known.State, known.SurvivorId) is { } refusal)
        {
            return refusal;
        }
        db.OnlyWhileActive(entry.CustomerId);
        db.ValueEntries.Add(entry);
        return ValueDetails.Of(entry);
    }
}
