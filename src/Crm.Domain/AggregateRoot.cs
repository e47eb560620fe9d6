namespace Crm.Domain;

/// <summary>Something that happened, told inside the transaction of its cause and to the outside through the outbox. Carries ids and codes, never words of a person.</summary>
public interface IDomainEvent;

/// <summary>Name, version and meaning of a domain event in the public catalogue.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name, int version, string description) : Attribute
{
    public string Name { get; } = name;
    public int Version { get; } = version;
    public string Description { get; } = description;
}

/// <summary>What every aggregate has: its version, which is its ETag, and the events of the present unit of work.</summary>
public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> events = [];
    private bool changed;

    /// <summary>Grows by one with every unit of work that changes the aggregate; the concurrency token on both stores.</summary>
    public int Version { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The integrator's own key, unique per tenant and resource.</summary>
    public string? ExternalId { get; protected set; }

    public abstract Guid Key { get; }
    public abstract string ResourceType { get; }
    public IReadOnlyList<IDomainEvent> Events => events;

    public string ResourceId => TypeId.Write(ResourceType, Key);

    protected void Raise(IDomainEvent happened) => events.Add(happened);

    /// <summary>Every change of state goes through here, once or more often in a unit of work.</summary>
    protected void Changed(DateTimeOffset now)
    {
        UpdatedAt = now;
        if (changed)
        {
            return;
        }
        changed = true;
        Version++;
        if (Version == 1)
        {
            CreatedAt = now;
        }
    }
}

/// <inheritdoc/>
public abstract class AggregateRoot<TSelf> : AggregateRoot, IHasId<TSelf>
    where TSelf : AggregateRoot<TSelf>, IResource
{
    public Id<TSelf> Id { get; protected init; }
    public override Guid Key => Id.Value;
    public override string ResourceType => TSelf.Prefix;
}

/// <summary>A record that is found by its id.</summary>
public interface IHasId<T> where T : IResource
{
    Id<T> Id { get; }
}

/// <summary>How long an integrator's own key may be, and of what.</summary>
public static class ExternalIds
{
    public const int MaxLength = 100;

    /// <summary>It has something to see, no control characters, and fits into a key of an index.</summary>
    public static bool IsWellFormed(string id) =>
        id.Trim().Length > 0 && !id.Any(char.IsControl) && System.Text.Encoding.UTF8.GetByteCount(id) < ByteKey.MaxLength;
}
