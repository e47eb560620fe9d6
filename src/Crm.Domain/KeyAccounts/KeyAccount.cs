namespace Crm.Domain.KeyAccounts;

/// <summary>How it came that a customer is a key account.</summary>
public enum DesignationOrigin { ByHand, ByCriteria }

/// <summary>
/// A customer who is cared for by plan (S4-KEY-1): from a designation with its reason until an end with its own. What happens is added to a log, and nothing is taken away.
/// </summary>
public sealed class KeyAccount : AggregateRoot<KeyAccount>, IResource
{
    private readonly List<KeyAccountEvent> added = [];

    private KeyAccount() { }

    public static string Prefix => "key_account";

    public CustomerId CustomerId { get; private set; }
    public DesignationOrigin Origin { get; private set; }
    public string Tier { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public DateOnly ReviewOn { get; private set; }
    public IReadOnlyList<AccountTeamMember> Team { get; private set; } = [];
    public StaffId ManagerId { get; private set; }
    public StaffId? SponsorId { get; private set; }
    public AccountCadence? Cadence { get; private set; }

    /// <summary>Since when contact is overdue and was alerted; null while it is not.</summary>
    public DateTimeOffset? LapsedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }

    /// <summary>What must be unique: the customer while the designation stands, its own id when it ended.</summary>
    public ByteKey Slot { get; private set; }
    public int EventCount { get; private set; }

    /// <summary>What this unit of work added to the log.</summary>
    public IReadOnlyList<KeyAccountEvent> Added => added;

    public AccountTerms Terms => new() { Tier = Tier, Reason = Reason, ReviewOn = ReviewOn, Team = Team, Cadence = Cadence, ExternalId = ExternalId };

    public static Result<KeyAccount> Designate(CustomerId customer, AccountTerms terms, DesignationOrigin origin, DateOnly today, StaffId? by, DateTimeOffset now)
    {
        var account = new KeyAccount { Id = KeyAccountId.New(now), CustomerId = customer, Origin = origin, Slot = SlotOf(customer) };
        if (account.Take(terms, today, null).Failed(out var error))
        {
            return error;
        }
        account.Happen(KeyAccountEventKind.Designated, account.Reason, by, now);
        account.Raise(new KeyAccountDesignated(account.Id, customer, account.ManagerId, account.Tier));
        return account;
    }

    /// <summary>Other terms from now on; the log keeps what was before.</summary>
    public Result Revise(AccountTerms terms, DateOnly today, StaffId? by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return KeyAccountErrors.Ended;
        }
        var (manager, sponsor, tier) = (ManagerId, SponsorId, Tier);
        if (Take(terms, today, ReviewOn).Failed(out var error))
        {
            return error;
        }
        Happen(manager != ManagerId ? KeyAccountEventKind.ManagerChanged : sponsor != SponsorId ? KeyAccountEventKind.SponsorChanged
            : tier != Tier ? KeyAccountEventKind.TierChanged : KeyAccountEventKind.Revised, Reason, by, now);
        Raise(new KeyAccountRevised(Id, CustomerId, ManagerId, Tier));
        return Result.Done;
    }

    /// <summary>It was looked at whether the customer still is one: yes, until another day.</summary>
    public Result Review(DateOnly next, string note, DateOnly today, StaffId? by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return KeyAccountErrors.Ended;
        }
        if (next <= today)
        {
            return KeyAccountErrors.ReviewPast;
        }
        ReviewOn = next;
        Happen(KeyAccountEventKind.Reviewed, note, by, now);
        Raise(new KeyAccountRevised(Id, CustomerId, ManagerId, Tier));
        return Result.Done;
    }

    /// <summary>The customer is a key account no more. The record stays.</summary>
    public Result End(string reason, StaffId? by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return KeyAccountErrors.Ended;
        }
        (EndedAt, EndReason, Slot) = (now, FoldedText.Nfc(reason.Trim()), OwnSlot);
        Happen(KeyAccountEventKind.Ended, EndReason, by, now);
        Raise(new KeyAccountEnded(Id, CustomerId));
        return Result.Done;
    }

    /// <summary>
    /// The customer's record was merged into another one, and this goes along. Of two designations the survivor's own stands, as its values do; this one ends then, with the
    /// merge for its reason.
    /// </summary>
    public void Follow(CustomerId survivor, bool survivorHasOne, CustomerMergeId merge, StaffId? by, DateTimeOffset now)
    {
        CustomerId = survivor;
        if (survivorHasOne)
        {
            (EndedAt, EndReason, Slot) = (now, merge.ToString(), OwnSlot);
            Raise(new KeyAccountEnded(Id, survivor));
        }
        else
        {
            Slot = SlotOf(survivor);
            Raise(new KeyAccountRevised(Id, survivor, ManagerId, Tier));
        }
        Happen(KeyAccountEventKind.Merged, merge.ToString(), by, now);
    }

    /// <summary>The merge was undone: this is the other record's again, and stands again where only the merge had ended it.</summary>
    public void Return(CustomerId loser, CustomerMergeId merge, StaffId? by, DateTimeOffset now)
    {
        CustomerId = loser;
        if (EndedAt is not null && EndReason == merge.ToString())
        {
            (EndedAt, EndReason) = (null, null);
        }
        if (EndedAt is null)
        {
            Slot = SlotOf(loser);
        }
        Happen(KeyAccountEventKind.Unmerged, merge.ToString(), by, now);
        Raise(new KeyAccountRevised(Id, loser, ManagerId, Tier));
    }

    /// <summary>Contact is overdue. Tells whether that is new: it is alerted once until there is contact again.</summary>
    public bool Lapse(DateTimeOffset now)
    {
        if (LapsedAt is not null || EndedAt is not null)
        {
            return false;
        }
        LapsedAt = now;
        Happen(KeyAccountEventKind.ContactLapsed, null, null, now);
        Raise(new KeyAccountContactLapsed(Id, CustomerId, ManagerId));
        return true;
    }

    /// <summary>There was contact again after it had lapsed.</summary>
    public void Catch(DateTimeOffset now)
    {
        if (LapsedAt is not null)
        {
            LapsedAt = null;
            Happen(KeyAccountEventKind.ContactResumed, null, null, now);
        }
    }

    /// <summary>The map of its people changed; so two who draw lines at once see each other.</summary>
    public void Mapped(DateTimeOffset now)
    {
        Changed(now);
        Raise(new KeyAccountRevised(Id, CustomerId, ManagerId, Tier));
    }

    /// <summary>Tells where the health fell far since it was last kept.</summary>
    public bool Fell(int before, int after, DateTimeOffset now)
    {
        if (before - after < AccountHealth.Drop)
        {
            return false;
        }
        Changed(now);
        Raise(new KeyAccountHealthDropped(Id, CustomerId, before, after));
        return true;
    }

    private ByteKey OwnSlot => new(Id.Value.ToByteArray(bigEndian: true));

    private static ByteKey SlotOf(CustomerId customer) => new([(byte)'c', .. customer.Value.ToByteArray(bigEndian: true)]);

    private Result Take(AccountTerms terms, DateOnly today, DateOnly? before)
    {
        if (terms.Check(today, before).Failed(out var error))
        {
            return error;
        }
        (Tier, Reason, ReviewOn, Team, Cadence, ExternalId) = (terms.Tier, FoldedText.Nfc(terms.Reason.Trim()), terms.ReviewOn, terms.Team, terms.Cadence, terms.ExternalId);
        (ManagerId, SponsorId) = (terms.With(AccountRole.AccountManager)[0], terms.With(AccountRole.ExecutiveSponsor) is [var sponsor, ..] ? sponsor : null);
        return Result.Done;
    }

    private void Happen(KeyAccountEventKind kind, string? note, StaffId? by, DateTimeOffset now)
    {
        added.Add(new()
        {
            KeyAccountId = Id, Number = ++EventCount, Kind = kind, At = now, By = by, Note = note, Tier = Tier, ManagerId = ManagerId, SponsorId = SponsorId, ReviewOn = ReviewOn,
        });
        Changed(now);
    }
}
