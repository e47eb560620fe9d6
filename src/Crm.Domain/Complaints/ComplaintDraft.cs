namespace Crm.Domain.Complaints;

/// <summary>
/// A complaint that somebody without a login began to write and comes back to by a secret (S3-ACCESS-2). Nobody here reads it: it is no complaint until it is handed in.
/// It goes when it is, and by itself when nobody came back for a fortnight.
/// </summary>
public sealed class ComplaintDraft : AggregateRoot<ComplaintDraft>, IResource
{
    /// <summary>How long a draft stays after it was saved last.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private ComplaintDraft() { }

    public static string Prefix => "draft";

    public ByteKey TrackingKey { get; private set; }
    public DraftContent Content { get; private set; } = null!;
    public DateTimeOffset ExpiresAt { get; private set; }

    public static ComplaintDraft Start(DraftContent content, TrackingToken token, DateTimeOffset now)
    {
        var draft = new ComplaintDraft { Id = ComplaintDraftId.New(now), TrackingKey = token.Key };
        draft.Write(content, now);
        return draft;
    }

    public void Write(DraftContent content, DateTimeOffset now)
    {
        Content = content;
        ExpiresAt = now + Life;
        Changed(now);
    }
}
