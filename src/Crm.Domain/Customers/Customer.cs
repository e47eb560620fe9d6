namespace Crm.Domain.Customers;

/// <summary>Whether a customer's record is in use. The other states are tombstones: found by id and in the change feed, in no other list.</summary>
public enum CustomerState { Active, Merged, Erased, Deleted }

/// <summary>A person or organisation that we know, from first prospect to won back (S4-ALL-1).</summary>
public sealed class Customer : AggregateRoot<Customer>, IResource
{
    private readonly List<LifecycleChange> lifecycleChanges = [];
    private readonly List<CustomerTerm> addedTerms = [];
    private readonly List<CustomerTerm> removedTerms = [];

    private Customer() { }

    public static string Prefix => "customer";

    public CustomerState State { get; private set; }
    public CustomerProfile Profile { get; private set; } = null!;
    public Lifecycle Lifecycle { get; private set; }

    /// <summary>The name people see in lists.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The display name as it is sorted.</summary>
    public ByteKey NameKey { get; private set; }
    public StaffId? OwnerId { get; private set; }

    /// <summary>The record that lives on after a merge.</summary>
    public CustomerId? SurvivorId { get; private set; }

    /// <summary>The customer's wish to be left alone, where there is one.</summary>
    public DoNotContact? DoNotContact { get; private set; }

    public IReadOnlyList<LifecycleChange> LifecycleChanges => lifecycleChanges;
    public IReadOnlyList<CustomerTerm> AddedTerms => addedTerms;
    public IReadOnlyList<CustomerTerm> RemovedTerms => removedTerms;

    public static Result<Customer> Register(CustomerProfile profile, Lifecycle lifecycle, string country, StaffId? by, DateTimeOffset now)
    {
        if (profile.Normalize(country).Failed(out var error, out var normal))
        {
            return error;
        }
        var customer = new Customer { Id = CustomerId.New(now), Lifecycle = lifecycle };
        customer.Take(normal);
        customer.lifecycleChanges.Add(new(customer.Id, null, lifecycle, null, by, now));
        customer.Changed(now);
        customer.Raise(new CustomerRegistered(customer.Id));
        return customer;
    }

    /// <summary>Replaces what is known. The kind stays.</summary>
    public Result Revise(CustomerProfile profile, string country, DateTimeOffset now)
    {
        if (Refused(out var refused))
        {
            return refused;
        }
        if (profile.Kind != Profile.Kind)
        {
            return CustomerErrors.KindIsFixed;
        }
        if (profile.Normalize(country).Failed(out var error, out var normal))
        {
            return error;
        }
        Take(normal);
        Changed(now);
        Raise(new CustomerRevised(Id));
        return Result.Done;
    }

    /// <summary>Moves the customer to another stage; the history keeps when and why (S4-ALL-1).</summary>
    public Result MoveTo(Lifecycle stage, string? reason, StaffId? by, DateTimeOffset now)
    {
        if (Refused(out var refused))
        {
            return refused;
        }
        if (stage == Lifecycle)
        {
            return Result.Done;
        }
        lifecycleChanges.Add(new(Id, Lifecycle, stage, reason, by, now));
        Raise(new CustomerLifecycleChanged(Id, Lifecycle, stage));
        Lifecycle = stage;
        Changed(now);
        return Result.Done;
    }

    /// <summary>Takes the record out of use. Repeating it changes nothing.</summary>
    public void Delete(DateTimeOffset now)
    {
        if (State != CustomerState.Active)
        {
            return;
        }
        State = CustomerState.Deleted;
        ExternalId = null;
        removedTerms.AddRange(CustomerTerm.Of(Profile).Select(Term));
        Changed(now);
        Raise(new CustomerDeleted(Id));
    }

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
        DoNotContact = new(distinct, FoldedText.Nfc(reason.Trim()), until, now, by);
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
        if (DoNotContact is null)
        {
            return Result.Done;
        }
        DoNotContact = null;
        Changed(now);
        Raise(new ContactAllowed(Id));
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

    /// <summary>Whether something may still be recorded on the customer; a tombstone says what became of it.</summary>
    public Result TakesRecords() => Refused(out var refused) ? refused : Result.Done;

    private bool Refused(out Error error)
    {
        error = State switch
        {
            CustomerState.Merged => CustomerErrors.Merged.With(SurvivorId.ToString()!),
            CustomerState.Erased => CustomerErrors.Erased,
            _ => Error.NotFound<Customer>(),
        };
        return State != CustomerState.Active;
    }

    private void Take(CustomerProfile profile)
    {
        var before = Profile is null ? [] : CustomerTerm.Of(Profile);
        var after = CustomerTerm.Of(profile);
        addedTerms.AddRange(after.Except(before).Select(Term));
        removedTerms.AddRange(before.Except(after).Select(Term));
        Profile = profile;
        OwnerId = profile.OwnerId;
        ExternalId = profile.ExternalId;
        DisplayName = profile.Kind == CustomerKind.Organisation
            ? profile.OrganisationName!
            : string.Join(' ', new[] { profile.GivenName, profile.FamilyName }.OfType<string>());
        NameKey = ByteKey.Of(FoldedText.SortKey(DisplayName));
    }

    private CustomerTerm Term(ByteKey term) => new() { CustomerId = Id, Term = term };
}

/// <summary>One move along the lifecycle, kept for ever.</summary>
public sealed record LifecycleChange(CustomerId CustomerId, Lifecycle? From, Lifecycle To, string? Reason, StaffId? By, DateTimeOffset At)
    : IHasId<LifecycleChange>, IResource
{
    public static string Prefix => "lifecycle_change";

    public const int ReasonMaxLength = 500;

    public LifecycleChangeId Id { get; private init; } = LifecycleChangeId.New(At);
}
