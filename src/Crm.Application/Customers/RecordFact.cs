using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record RecordFact(CustomerId CustomerId, FactContent Content) : ICommand<FactDetails>;

internal sealed class FactContentValidator : AbstractValidator<FactContent>
{
    public FactContentValidator()
    {
        RuleFor(x => x.Text).NotEmpty().MaximumLength(FactContent.TextMaxLength);
        RuleFor(x => x.Source).MaximumLength(FactContent.SourceMaxLength);
    }
}

internal sealed class RecordFactHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<FactContent> validator) : ICommandHandler<RecordFact, FactDetails>
{
    public async Task<Result<FactDetails>> Handle(RecordFact command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (Fact.Record(command.CustomerId, command.Content, caller.StaffId, now).Failed(out var error, out var fact))
        {
            return error;
        }
        db.OnlyWhileActive(command.CustomerId);
        db.Facts.Add(fact);
        db.Tell(caller, fact.CustomerId, "fact.recorded", fact.ResourceId, now, new { fact.Kind }, fact.OnlyFor);
        return FactDetails.Of(fact);
    }
}
