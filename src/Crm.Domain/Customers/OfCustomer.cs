namespace Crm.Domain.Customers;

/// <summary>A record of its own about one customer. Removing it takes it out of every list and its words with it; what is left shows that it is gone.</summary>
public abstract class OfCustomer<TSelf> : AggregateRoot<TSelf>
    where TSelf : OfCustomer<TSelf>, IResource
{
    public CustomerId CustomerId { get; protected set; }
    public bool Removed { get; private set; }

    /// <summary>Takes the record away. Repeating it changes nothing.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (Removed)
        {
            return;
        }
        Removed = true;
        Clear();
        Changed(now);
        Raise(Gone());
    }

    /// <summary>The event of the removal.</summary>
    protected abstract IDomainEvent Gone();

    /// <summary>What is not kept after the removal.</summary>
    protected virtual void Clear() { }
}
