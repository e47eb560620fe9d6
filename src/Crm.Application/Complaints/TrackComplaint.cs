using Crm.Domain;

namespace Crm.Application.Complaints;

public sealed record TrackComplaint(string Token) : IQuery<TrackedComplaint>
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(TrackComplaint);
}

internal sealed class TrackComplaintHandler(TrackedComplaints tracked) : IQueryHandler<TrackComplaint, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(TrackComplaint query, CancellationToken ct) =>
        (await tracked.Find(query.Token, ct)).Failed(out var error, out var complaint) ? error : await tracked.Show(complaint, ct);
}
