using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record ReviseFact(CustomerId CustomerId, FactId Id, Patch<FactContent> Changes, IfMatch IfMatch) : ICommand<FactDetails>;

internal sealed class ReviseFactHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<FactContent> validator) : ICommandHandler<ReviseFact, FactDetails>
{
    public async Task<Result<FactDetails>> Handle(ReviseFact command, CancellationToken ct)
    {
        var seen = db.Facts.Where(f => f.OnlyFor == null || f.OnlyFor == caller.StaffId);
        if ((await seen.Load(command.CustomerId, command.Id, command.IfMatch, ct)).Failed(out var error, out var fact)
            || command.Changes.ApplyTo(fact.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        return fact.Revise(content, caller.StaffId, clock.GetUtcNow()).Failed(out error) ? error : FactDetails.Of(fact);
    }
}
