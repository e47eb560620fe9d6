using Crm.Domain.Conflicts;

namespace Crm.Domain.Complaints;

/// <summary>LEAD: what the customer wants, what we offer, what comes of it.</summary>
public sealed partial class Complaint
{
    public const int ReasonMaxLength = 2_000;

    /// <summary>Records what the customer wants, in their words, or that they declined to say. It may change until the complaint is resolved (S1-HELP-5).</summary>
    public Result RecordDesiredOutcome(DesiredOutcome desired, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.AskDesiredOutcome, by) is { } refusal)
        {
            return refusal;
        }
        var kept = desired with { Words = desired.Words is { Length: > 0 } words ? FoldedText.Nfc(words) : null };
        Led = Leading with { Desired = kept };
        Stage = Stage == ComplaintStage.Hearing ? ComplaintStage.Leading : Stage;
        Happen(ComplaintEventKind.DesiredOutcomeRecorded, by, now, channel, ("words", kept.Words), ("declinedToSay", kept.DeclinedToSay), ("remedy", kept.Remedy),
            ("amount", kept.Amount?.Amount), ("currency", kept.Amount?.Currency), ("points", kept.Points));
        Raise(new ComplaintDesireRecorded(Id, kept.DeclinedToSay));
        return Result.Done;
    }

    /// <summary>Offers something. An offer is open until its time, and its terms never change.</summary>
    public Result<Offer> MakeOffer(OfferTerms terms, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if ((Refusal(ComplaintAction.Offer, by) ?? Refusal(terms, "", now)) is { } refusal)
        {
            return refusal;
        }
        return Propose(terms, channel, by, now);
    }

    /// <summary>Refuses what the customer wants: with thanks, a reason and at least one alternative, each of which is an offer (S1-HELP-6).</summary>
    public Result RefuseWish(string thanks, string reason, IReadOnlyList<OfferTerms> alternatives, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (alternatives.Count == 0)
        {
            return ComplaintErrors.AlternativesRequired;
        }
        if (Refusal(ComplaintAction.RefuseWish, by) is { } refusal)
        {
            return refusal;
        }
        if (Leading.Offers.Count + alternatives.Count > Offer.MaxCount)
        {
            return ComplaintErrors.TooManyOffers;
        }
        if (alternatives.Select((a, i) => Refusal(a, $"/alternatives/{i}", now)).FirstOrDefault(e => e is not null) is { } invalid)
        {
            return invalid;
        }
        var offers = alternatives.Select(a => Propose(a, channel, by, now).Id).ToList();
        var refused = new WishRefused(FoldedText.Nfc(thanks), FoldedText.Nfc(reason), offers, by, now);
        Led = Leading with { Refusal = refused };
        Happen(ComplaintEventKind.WishRefused, by, now, channel, ("thanks", refused.Thanks), ("reason", refused.Reason), ("alternatives", string.Join(' ', offers)));
        Raise(new ComplaintWishRefused(Id));
        return Result.Done;
    }

    /// <summary>The customer accepts an offer. Accepting it again is the same acceptance; what it holds is to be promised once.</summary>
    /// <returns>The offer where it was accepted just now, null where it was before.</returns>
    public Result<AcceptedOffer> AcceptOffer(OfferId id, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (Find(id) is { State: OfferState.Accepted })
        {
            return new AcceptedOffer(null);
        }
        if (Answer(ComplaintAction.AcceptOffer, id, OfferState.Accepted, null, channel, by, now).Failed(out var error, out var offer))
        {
            return error;
        }
        Stage = Stage == ComplaintStage.Leading ? ComplaintStage.Providing : Stage;
        RemedyCount += offer.Remedies.Count;
        return new AcceptedOffer(offer);
    }

    /// <summary>The customer declines an offer.</summary>
    public Result DeclineOffer(OfferId id, string? reason, IntakeChannel channel, StaffId? by, DateTimeOffset now) =>
        Answer(ComplaintAction.DeclineOffer, id, OfferState.Declined, reason, channel, by, now).Failed(out var error) ? error : Result.Done;

    /// <summary>Takes an offer back before the customer answered.</summary>
    public Result WithdrawOffer(OfferId id, string reason, StaffId? by, DateTimeOffset now) =>
        Answer(ComplaintAction.WithdrawOffer, id, OfferState.Withdrawn, reason, null, by, now).Failed(out var error) ? error : Result.Done;

    /// <summary>
    /// A second person, who did not ask for it and is impartial, approves of an offer above somebody's authority, or does not (S3-EMPOWER-1). Once; until then the customer knows
    /// nothing of it. What is valid no longer can only be refused.
    /// </summary>
    /// <param name="matrixVersion">The version of the authority matrix in force.</param>
    public Result DecideOnOffer(OfferId id, bool approved, string reason, int matrixVersion, Impartiality impartiality, StaffId? by, DateTimeOffset now)
    {
        if (Find(id) is not { } offer)
        {
            return Error.NotFound<Offer>();
        }
        if (Refusal(ComplaintAction.ApproveOffer, by) is { } refusal)
        {
            return refusal;
        }
        if (by is not { } approver || approver == offer.By)
        {
            return ComplaintErrors.ApproverIsRequester;
        }
        if (RefusalOf(approver, impartiality) is { } partial)
        {
            return partial;
        }
        if (offer.State != OfferState.PendingApproval)
        {
            return ComplaintErrors.OfferDecided;
        }
        if (approved && now >= offer.ValidUntil)
        {
            return ComplaintErrors.OfferExpired;
        }
        var decided = offer with
        {
            State = approved ? OfferState.Proposed : OfferState.NotApproved,
            Authority = offer.Authority! with { Approval = new(approved, FoldedText.Nfc(reason), matrixVersion, approver, now) },
        };
        Led = Leading with { Offers = [.. Leading.Offers.Select(o => o.Id == id ? decided : o)] };
        Happen(approved ? ComplaintEventKind.OfferApproved : ComplaintEventKind.OfferNotApproved, by, now, null, ("offer", id), ("reason", FoldedText.Nfc(reason)), ("matrixVersion", matrixVersion));
        Raise(new ComplaintOfferDecided(Id, id, approved, approver, offer.By));
        return Result.Done;
    }

    /// <summary>What was granted of a kind in this complaint and still counts, by anybody.</summary>
    public IEnumerable<OfferedRemedy> Granted(RemedyKind kind, DateTimeOffset now) =>
        Leading.Offers.Where(o => o.StateAt(now) is OfferState.Proposed or OfferState.Accepted).SelectMany(o => o.Remedies).Where(r => r.Kind == kind);

    private Offer Propose(OfferTerms terms, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        var offer = Offer.Make(terms, Instance, channel, by, now);
        var made = offer.IsMade();
        Led = Leading with { Offers = [.. Leading.Offers, offer] };
        Happen(made ? ComplaintEventKind.OfferMade : ComplaintEventKind.ApprovalRequested, by, now, channel, ("offer", offer.Id), ("text", offer.Text),
            ("remedies", string.Join(' ', offer.Remedies.Select(r => Word(r.Kind)))), ("validUntil", offer.ValidUntil.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        Raise(made ? new ComplaintOfferMade(Id, offer.Id, offer.ValidUntil) : new ComplaintApprovalRequested(Id, offer.Id, by));
        return offer;
    }

    private Result<Offer> Answer(ComplaintAction action, OfferId id, OfferState state, string? reason, IntakeChannel? channel, StaffId? by, DateTimeOffset now)
    {
        if (Find(id) is not { } offer)
        {
            return Error.NotFound<Offer>();
        }
        if (Refusal(action, by) is { } refusal)
        {
            return refusal;
        }
        switch (offer.StateAt(now))
        {
            case OfferState.PendingApproval when state != OfferState.Withdrawn: return ComplaintErrors.ApprovalComesFirst;
            case OfferState.NotApproved: return ComplaintErrors.OfferNotApproved;
            case OfferState.Accepted: return ComplaintErrors.OfferAccepted;
            case OfferState.Declined: return ComplaintErrors.OfferDeclined;
            case OfferState.Withdrawn: return ComplaintErrors.OfferWithdrawn;
            case OfferState.Expired: return ComplaintErrors.OfferExpired;
        }
        var answered = offer with { State = state, AnsweredAt = now, AnsweredOn = channel, AnsweredBy = by, Reason = FoldedText.Shown(reason) };
        Led = Leading with { Offers = [.. Leading.Offers.Select(o => o.Id == id ? answered : o)] };
        Happen(state switch
        {
            _ when !offer.IsMade() => ComplaintEventKind.ApprovalDropped,
            OfferState.Accepted => ComplaintEventKind.OfferAccepted,
            OfferState.Declined => ComplaintEventKind.OfferDeclined,
            _ => ComplaintEventKind.OfferWithdrawn,
        }, by, now, channel, ("offer", id), ("reason", answered.Reason));
        Raise(new ComplaintOfferAnswered(Id, id, state));
        return answered;
    }

    private Offer? Find(OfferId id) => Leading.Offers.FirstOrDefault(o => o.Id == id);

    private static Error? Refusal(OfferTerms terms, string pointer, DateTimeOffset now) =>
        terms.ValidUntil <= now ? Error.Invalid([new(pointer + "/validUntil", "instant_in_past", "This lies in the past.")])
        : terms.ValidUntil - now > Offer.LongestValidity ? Error.Invalid([new(pointer + "/validUntil", "offer_valid_too_long", "An offer is valid for at most 366 days.")])
        : null;
}

/// <summary>The offer that was accepted just now; null where it had been accepted before.</summary>
public sealed record AcceptedOffer(Offer? Offer);
