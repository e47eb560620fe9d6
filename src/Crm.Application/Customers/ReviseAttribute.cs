using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record ReviseAttribute(AttributeDefinitionId Id, Patch<AttributeContent> Changes, IfMatch IfMatch) : ICommand<AttributeDetails>;

internal sealed class ReviseAttributeHandler(
    ICrmDb db, UnitOfWork work, AttributesInUse inUse, Caller caller, TimeProvider clock, IValidator<AttributeContent> validator)
    : ICommandHandler<ReviseAttribute, AttributeDetails>
{
    public async Task<Result<AttributeDetails>> Handle(ReviseAttribute command, CancellationToken ct)
    {
        if ((await db.AttributeDefinitions.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var definition)
            || command.Changes.ApplyTo(definition.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (definition.Revise(content, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        work.Afterwards(() => inUse.Forget(caller.Tenant.Id));
        return AttributeDetails.Of(definition);
    }
}
