using Crm.Domain;

namespace Crm.Application.Policies;

public sealed record RetirePolicy(PolicyId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetirePolicyHandler(ICrmDb db, UnitOfWork work, PoliciesInForce inForce, Caller caller, TimeProvider clock)
    : ICommandHandler<RetirePolicy, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetirePolicy command, CancellationToken ct)
    {
        if ((await db.Policies.Load(command.Id, default, ct)).Failed(out var error, out var policy))
        {
            return error;
        }
        if (policy.RetiredAt is not null)
        {
            return new Nothing();
        }
        if (!command.IfMatch.Allows(policy.Version))
        {
            return Error.Stale;
        }
        policy.Retire(clock.GetUtcNow());
        db.PolicyVersions.Add(policy.AsVersion(caller.StaffId));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return new Nothing();
    }
}
