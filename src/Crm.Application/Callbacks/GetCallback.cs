using Crm.Domain;

namespace Crm.Application.Callbacks;

public sealed record GetCallback(CallbackId Id) : IQuery<CallbackDetails>;

internal sealed class GetCallbackHandler(ICrmDb db) : IQueryHandler<GetCallback, CallbackDetails>
{
    public async Task<Result<CallbackDetails>> Handle(GetCallback query, CancellationToken ct) =>
        (await db.LoadCallback(query.Id, ct)).Failed(out var error, out var found) ? error : CallbackDetails.Of(found.Callback, found.Attempts);
}
