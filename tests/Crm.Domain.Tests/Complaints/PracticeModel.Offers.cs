namespace Crm.Domain.Tests.Complaints;

/// <summary>What is offered: at once, or after somebody else has approved of it.</summary>
internal sealed partial class PracticeModel
{
    public string? Offer(int id, int validUntil, bool aboveAuthority, string? by)
    {
        if ((Begun() ?? BeforeLeading() ?? (!Now("desired") ? "complaint.desired_outcome_comes_first" : Unknown())) is { } no)
        {
            return no;
        }
        offers[id] = (aboveAuthority ? "waiting" : "proposed", instance, validUntil, by);
        return null;
    }

    public string? Decide(int? id, bool approved, string? by, bool partial, int now)
    {
        if (id is not { } known || !offers.TryGetValue(known, out var offer))
        {
            return "offer.not_found";
        }
        if (Begun() is { } no)
        {
            return no;
        }
        if (by is null || by == offer.By)
        {
            return "complaint.approver_is_requester";
        }
        if (partial)
        {
            return "complaint.conflict_of_interest";
        }
        if (offer.State != "waiting")
        {
            return "complaint.offer_decided";
        }
        if (approved && offer.ValidUntil <= now)
        {
            return "complaint.offer_expired";
        }
        offers[known] = offer with { State = approved ? "proposed" : "not_approved" };
        return null;
    }

    public string? Refuse(int? alternative, int validUntil, string? by)
    {
        if (alternative is not { } id)
        {
            return "alternatives_required";
        }
        var wish = happened.FindLast(h => h is "wished" or "declined" or "again");
        if ((Begun() ?? BeforeLeading() ?? (wish != "wished" ? "complaint.desired_outcome_comes_first" : Unknown())) is { } no)
        {
            return no;
        }
        offers[id] = ("proposed", instance, validUntil, by);
        return null;
    }

    public string? Answer(int? id, string answer, int now)
    {
        if (id is not { } known || !offers.TryGetValue(known, out var offer))
        {
            return "offer.not_found";
        }
        if (answer == "accepted" && offer.State == "accepted")
        {
            return null;
        }
        if (Begun() is { } no)
        {
            return no;
        }
        var state = offer.State == "proposed" && offer.ValidUntil <= now ? "expired" : offer.State;
        if (state == "waiting" && answer != "withdrawn")
        {
            return "complaint.approval_comes_first";
        }
        if (state is not ("proposed" or "waiting"))
        {
            return "complaint.offer_" + state;
        }
        offers[known] = offer with { State = answer };
        return answer == "accepted" ? Note("accepted") : null;
    }
}
