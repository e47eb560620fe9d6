using Crm.Domain;

namespace Crm.Application.Channels;

public sealed record WithdrawChannel(ChannelId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class WithdrawChannelHandler(ICrmDb db, UnitOfWork work, ChannelsOnOffer onOffer, Caller caller, TimeProvider clock)
    : ICommandHandler<WithdrawChannel, Nothing>
{
    public async Task<Result<Nothing>> Handle(WithdrawChannel command, CancellationToken ct)
    {
        if ((await db.Channels.Load(command.Id, default, ct)).Failed(out var error, out var channel))
        {
            return error;
        }
        if (channel.WithdrawnAt is null && !command.IfMatch.Allows(channel.Version))
        {
            return Error.Stale;
        }
        channel.Withdraw(clock.GetUtcNow());
        work.Afterwards(() => onOffer.Forget(caller.Tenant.Number));
        return new Nothing();
    }
}
