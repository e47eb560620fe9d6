namespace Crm.Domain.Customers;

/// <content>What a customer wishes.</content>
public sealed partial class Customer
{
    /// <summary>The customer's wish to be left alone, where there is one.</summary>
    public DoNotContact? DoNotContact { get; private set; }

    /// <summary>The channels of the wish to be left alone, a bit each; none where there is no wish.</summary>
    public int SilentOn { get; private set; }

    /// <summary>When that wish ends; never where null.</summary>
    public DateTimeOffset? SilentUntil { get; private set; }

    /// <summary>Records that the customer wishes not to be contacted; the last wish counts.</summary>
    public Result ForbidContact(IReadOnlyList<ContactChannel>? channels, string reason, DateTimeOffset? until, StaffId? by, DateTimeOffset now)
    {
        if (Refused(out var refused))
        {
            return refused;
        }
        if (until <= now)
        {
            return Error.Invalid([new("/until", "instant_in_past", "This lies in the past. Give an instant to come, or none.")]);
        }
        var distinct = channels is { Count: > 0 } ? channels.Distinct().Order().ToList() : null;
        Wish(new(distinct, FoldedText.Nfc(reason.Trim()), until, now, by));
        Changed(now);
        Raise(new ContactForbidden(Id, distinct, until));
        return Result.Done;
    }

    /// <summary>Takes the wish back. Repeating it changes nothing.</summary>
    public Result AllowContact(DateTimeOffset now)
    {
        if (Refused(out var refused))
        {
            return refused;
        }
        if (DoNotContact is not null)
        {
            Wish(null);
            Changed(now);
            Raise(new ContactAllowed(Id));
        }
        return Result.Done;
    }

    /// <summary>
    /// Whether we may turn to the customer: not against a wish to be left alone, and for every purpose but service only with consent.
    /// Everything that sends or calls asks this first (S4-ALL-1).
    /// </summary>
    public Result MayBeContacted(ContactChannel channel, string purpose, IEnumerable<Consent> consents, DateTimeOffset now)
    {
        if (Refused(out var refused))
        {
            return refused;
        }
        if (DoNotContact?.Forbids(channel, now) == true)
        {
            return CustomerErrors.WishesNoContact;
        }
        return Consent.InForce(consents, purpose, channel)?.Decision switch
        {
            ConsentDecision.Granted => Result.Done,
            null when purpose == ConsentContent.Service => Result.Done,
            _ => CustomerErrors.ConsentMissing,
        };
    }

    private void Wish(DoNotContact? wish) => (DoNotContact, SilentOn, SilentUntil) = (wish, wish?.Mask ?? 0, wish?.Until);
}
