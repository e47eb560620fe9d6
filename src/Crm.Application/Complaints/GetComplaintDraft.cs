using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record GetComplaintDraft(string Token) : IQuery<ComplaintDraftDetails>
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(GetComplaintDraft);
}

internal sealed class GetComplaintDraftHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<GetComplaintDraft, ComplaintDraftDetails>
{
    public async Task<Result<ComplaintDraftDetails>> Handle(GetComplaintDraft query, CancellationToken ct) =>
        (await db.ComplaintDrafts.AsNoTracking().FindByToken(query.Token, clock, ct)).Failed(out var error, out var draft) ? error : ComplaintDraftDetails.Of(draft);
}

internal static class ComplaintDrafts
{
    /// <summary>The draft that the secret leads to, unless its time is over, whether or not it has been cleared away.</summary>
    public static async Task<Result<ComplaintDraft>> FindByToken(this IQueryable<ComplaintDraft> drafts, string token, TimeProvider clock, CancellationToken ct)
    {
        var (key, now) = (TrackingToken.KeyOf(token), clock.GetUtcNow());
        return await drafts.FirstOrDefaultAsync(d => d.TrackingKey == key && d.ExpiresAt > now, ct) is { } draft ? draft : Error.NotFound<ComplaintDraft>();
    }

    /// <summary>Takes a draft away for good, with its alarm.</summary>
    public static void Discard(this ICrmDb db, ComplaintDraft draft)
    {
        db.ComplaintDrafts.Remove(draft);
        db.DropAlarm(Alarms.DraftExpired, draft.Id.Value);
    }
}
