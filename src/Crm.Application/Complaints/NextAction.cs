using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>Something that may be done with a complaint now.</summary>
/// <param name="Action">What.</param>
/// <param name="OfferId">With which offer, where it is about one.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Href">The address of the request.</param>
public sealed record NextAction(ComplaintAction Action, OfferId? OfferId, string Method, string Href)
{
    public const int MethodMaxLength = 6;
    public const int HrefMaxLength = 200;

    /// <summary>What the state of the complaint permits, without offers whose time has passed.</summary>
    internal static IReadOnlyList<NextAction> Of(Complaint complaint, DateTimeOffset now)
    {
        var expired = (complaint.Led?.Offers ?? []).Where(o => o.StateAt(now) == OfferState.Expired).Select(o => o.Id).ToHashSet();
        return
        [
            .. complaint.NextActions().Where(a => a.OfferId is not { } offer || !expired.Contains(offer)).Select(a => new NextAction(
                a.Action, a.OfferId, a.Action == ComplaintAction.StopWaiting ? "DELETE" : "POST", $"/v1/complaints/{complaint.Id}/{Path(a)}")),
        ];
    }

    private static string Path(PermittedAction next) => next.Action switch
    {
        ComplaintAction.Acknowledge => "acknowledgement",
        ComplaintAction.Assess => "assessment",
        ComplaintAction.AddStatement => "statement-parts",
        ComplaintAction.CompleteHearing => "hearing",
        ComplaintAction.PlayBack => "playback",
        ComplaintAction.Empathise => "empathy",
        ComplaintAction.Apologise => "apology",
        ComplaintAction.AskDesiredOutcome => "desired-outcome",
        ComplaintAction.Offer => "offers",
        ComplaintAction.RefuseWish => "refusal",
        ComplaintAction.AcceptOffer => $"offers/{next.OfferId}/acceptance",
        ComplaintAction.DeclineOffer => $"offers/{next.OfferId}/refusal",
        ComplaintAction.WithdrawOffer => $"offers/{next.OfferId}/withdrawal",
        ComplaintAction.ApproveOffer => $"offers/{next.OfferId}/approval",
        ComplaintAction.Review => "review",
        ComplaintAction.Resolve => "resolution",
        ComplaintAction.FollowUp => "follow-ups",
        ComplaintAction.Reopen => "reopening",
        ComplaintAction.Appeal => "appeal",
        ComplaintAction.Withdraw => "withdrawal",
        ComplaintAction.MarkDuplicate => "duplicate",
        ComplaintAction.FlagAbuse => "abuse",
        ComplaintAction.Wait or ComplaintAction.StopWaiting => "waiting",
        ComplaintAction.Escalate => "escalation",
        ComplaintAction.AssignOwner => "owner",
        _ => "customer",
    };
}
