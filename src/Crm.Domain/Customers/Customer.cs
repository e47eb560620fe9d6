namespace Crm.Domain.Customers;

/// <summary>A person or organisation that we know, from first prospect to won back (S4-ALL-1).</summary>
public sealed partial class Customer : AggregateRoot<Customer>, IResource
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

    /// <summary>Why, by whom and when everything personal was erased.</summary>
    public Erasure? Erasure { get; private set; }

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

    /// <summary>Whether something may still be recorded on the customer; a tombstone says what became of it.</summary>
    public Result TakesRecords() => Refused(out var refused) ? refused : Result.Done;

    /// <summary>
    /// Takes over what only the loser has, and the loser becomes a tombstone that leads here (S3-DB-1). Neither record's external id is lost:
    /// the one that the survivor does not take stays with the loser, or goes to it.
    /// </summary>
    public Result<(CustomerMerge Merge, IReadOnlyList<MergeConflict> Conflicts)> Absorb(
        Customer loser, IReadOnlyDictionary<string, MergeSide> choices, StaffId? by, DateTimeOffset now)
    {
        if (Refused(out var refused) || loser.Refused(out refused))
        {
            return refused;
        }
        if (loser.Id == Id)
        {
            return CustomerErrors.MergeSameRecord.About("/loserId");
        }
        if (loser.Profile.Kind != Profile.Kind)
        {
            return CustomerErrors.MergeKindsDiffer;
        }
        if (ProfileMerge.Unite(Profile, loser.Profile, choices).Failed(out var error, out var united))
        {
            return error;
        }
        var merge = CustomerMerge.Record(this, loser, united.Profile, by, now);
        var externalIdLeft = loser.ExternalId == united.Profile.ExternalId ? ExternalId : loser.ExternalId;
        loser.Yield(Id, externalIdLeft, now);
        Take(united.Profile);
        // A wish to be left alone is never lost in a merge.
        Wish(DoNotContact ?? loser.DoNotContact);
        Changed(now);
        Raise(new CustomersMerged(Id, loser.Id, merge.Id));
        return (merge, united.Conflicts);
    }

    /// <summary>Takes a merge back: both records are what they would be without it, but for what was edited since.</summary>
    public Result Release(CustomerMerge merge, Customer loser, DateTimeOffset now)
    {
        if (Refused(out var refused))
        {
            return refused;
        }
        if (loser.State == CustomerState.Erased)
        {
            return CustomerErrors.Erased;
        }
        if (merge.UndoneAt is not null || loser.State != CustomerState.Merged || loser.SurvivorId != Id)
        {
            return CustomerErrors.NotMerged;
        }
        if (now - merge.CreatedAt > CustomerMerge.Window)
        {
            return CustomerErrors.MergeWindowOver;
        }
        Take(ProfileMerge.Restore(merge.SurvivorBefore!, merge.SurvivorAfter!, Profile));
        Changed(now);
        loser.Return(merge.LoserBefore!, now);
        merge.Undo(now);
        Raise(new CustomersUnmerged(Id, loser.Id, merge.Id));
        return Result.Done;
    }

    /// <summary>Forgets everything personal. Id, state, kind, lifecycle and times stay as a tombstone. Repeating it changes nothing.</summary>
    public Result Erase(ErasureReason reason, string? note, StaffId? by, DateTimeOffset now)
    {
        if (State == CustomerState.Merged)
        {
            return CustomerErrors.Merged.With(SurvivorId.ToString()!);
        }
        Forget(new Erasure(reason, note, by, now), now);
        return Result.Done;
    }

    /// <summary>Forgets a record that was merged into one that is erased.</summary>
    public void EraseWith(Customer survivor, DateTimeOffset now) => Forget(survivor.Erasure!, now);

    private void Forget(Erasure erasure, DateTimeOffset now)
    {
        if (State == CustomerState.Erased)
        {
            return;
        }
        State = CustomerState.Erased;
        Erasure = erasure;
        Profile = new CustomerProfile { Kind = Profile.Kind };
        Wish(null);
        Know(Profile);
        (OwnerId, ExternalId, LastContactAt, Decisions, DisplayName, NameKey) = (null, null, null, null, "", ByteKey.Of(""));
        Changed(now);
        Raise(new CustomerErased(Id, erasure.Reason));
    }

    private void Yield(CustomerId survivorId, string? externalId, DateTimeOffset now)
    {
        removedTerms.AddRange(CustomerTerm.Of(Profile).Select(Term));
        (State, SurvivorId, ExternalId) = (CustomerState.Merged, survivorId, externalId);
        Profile = Profile with { ExternalId = externalId };
        Changed(now);
    }

    private void Return(CustomerProfile profile, DateTimeOffset now)
    {
        (State, SurvivorId) = (CustomerState.Active, null);
        Name(profile);
        addedTerms.AddRange(CustomerTerm.Of(profile).Select(Term));
        Changed(now);
    }

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
        Name(profile);
    }

    private void Name(CustomerProfile profile)
    {
        (Profile, OwnerId, ExternalId) = (profile, profile.OwnerId, profile.ExternalId);
        Know(profile);
        DisplayName = profile.Kind == CustomerKind.Organisation
            ? profile.OrganisationName!
            : string.Join(' ', new[] { profile.GivenName, profile.FamilyName }.OfType<string>());
        NameKey = ByteKey.Of(FoldedText.SortKey(DisplayName));
    }

    private CustomerTerm Term(ByteKey term) => new() { CustomerId = Id, Term = term };
}
