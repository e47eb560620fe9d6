namespace Crm.Domain.Customers;

/// <summary>That two records of a customer became one, with what is needed to take it back (S3-DB-1).</summary>
public sealed class CustomerMerge : AggregateRoot<CustomerMerge>, IResource
{
    /// <summary>How long a merge can be taken back. The same for every tenant.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private CustomerMerge() { }

    public static string Prefix => "merge";

    public CustomerId SurvivorId { get; private set; }
    public CustomerId LoserId { get; private set; }
    public StaffId? By { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The survivor before the merge; empty once it is undone or the customer was erased, like the other two.</summary>
    public CustomerProfile? SurvivorBefore { get; private set; }
    public CustomerProfile? SurvivorAfter { get; private set; }
    public CustomerProfile? LoserBefore { get; private set; }

    internal static CustomerMerge Record(Customer survivor, Customer loser, CustomerProfile united, StaffId? by, DateTimeOffset now)
    {
        var merge = new CustomerMerge
        {
            Id = CustomerMergeId.New(now), SurvivorId = survivor.Id, LoserId = loser.Id, By = by,
            SurvivorBefore = survivor.Profile, SurvivorAfter = united, LoserBefore = loser.Profile,
        };
        merge.Changed(now);
        return merge;
    }

    /// <summary>
    /// Rewrites what this merge remembers of the survivor as if an earlier merge had never been, so that undoing this one, too, brings nothing
    /// of the earlier one's loser back.
    /// </summary>
    public void Forget(CustomerProfile before, CustomerProfile after, DateTimeOffset now)
    {
        SurvivorBefore = ProfileMerge.Restore(before, after, SurvivorBefore!);
        SurvivorAfter = ProfileMerge.Restore(before, after, SurvivorAfter!);
        Changed(now);
    }

    internal void Undo(DateTimeOffset now)
    {
        UndoneAt = now;
        (SurvivorBefore, SurvivorAfter, LoserBefore) = (null, null, null);
        Changed(now);
    }
}
