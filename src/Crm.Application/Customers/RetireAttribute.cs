using Crm.Domain;

namespace Crm.Application.Customers;

public sealed record RetireAttribute(AttributeDefinitionId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireAttributeHandler(ICrmDb db, UnitOfWork work, AttributesInUse inUse, Caller caller, TimeProvider clock)
    : ICommandHandler<RetireAttribute, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireAttribute command, CancellationToken ct)
    {
        if ((await db.AttributeDefinitions.Load(command.Id, default, ct)).Failed(out var error, out var definition))
        {
            return error;
        }
        if (definition.RetiredAt is null && !command.IfMatch.Allows(definition.Version))
        {
            return Error.Stale;
        }
        definition.Retire(clock.GetUtcNow());
        work.Afterwards(() => inUse.Forget(caller.Tenant.Id));
        return new Nothing();
    }
}
