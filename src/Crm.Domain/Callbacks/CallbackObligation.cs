using Crm.Domain.Interactions;

namespace Crm.Domain.Callbacks;

/// <summary>When a call obliges us to call back (S2-HOLD-1): it was dropped, or the customer was on hold beyond the tenant's limit without consent.</summary>
public static class CallbackObligation
{
    /// <summary>Calls that ended longer ago are history, as an import brings it, and oblige to nothing.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromHours(24);

    public static CallbackOrigin? Of(Interaction call, TimeSpan holdLimit) =>
        call.Channel != Channel.Phone ? null
        : call.Outcome == Outcome.Dropped ? CallbackOrigin.DroppedCall
        : call.LongestHoldWithoutConsent() > holdLimit ? CallbackOrigin.LongHold
        : null;

    public static bool IsRecent(Interaction call, DateTimeOffset now) => now - (call.EndedAt ?? call.StartedAt) <= MostAge;
}
