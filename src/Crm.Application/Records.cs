using Crm.Domain;

namespace Crm.Application;

/// <summary>What was answered to a request that carried an Idempotency-Key, kept under a key that only its sender knows.</summary>
public sealed class StoredAnswer
{
    /// <summary>SHA-256 of credential, route and key.</summary>
    public required byte[] KeyHash { get; init; }
    public required byte[] RequestHash { get; init; }

    /// <summary>The answer, encrypted.</summary>
    public required byte[] Answer { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One thing that somebody did to one record. Never changed.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public int? TenantNumber { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string CredentialId { get; init; }
    public required string CredentialName { get; init; }
    public StaffId? StaffId { get; init; }
    public required string Action { get; init; }
    public required string ResourceType { get; init; }
    public required string ResourceId { get; init; }
    public required string RequestId { get; init; }

    /// <summary>The changed members before, as JSON; null for a new record.</summary>
    public string? Before { get; set; }

    /// <summary>The changed members after, as JSON; null for a deleted record.</summary>
    public string? After { get; set; }
}

/// <summary>An integrator's own key for a record, unique per tenant and resource.</summary>
public sealed class ExternalIdEntry
{
    public required string ResourceType { get; init; }
    public required ByteKey ExternalId { get; init; }
    public required Guid ResourceId { get; init; }
}

/// <summary>An event that waits to leave the process, written in the transaction of its cause.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }
    public required string Type { get; init; }
    public required int TypeVersion { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }
}

/// <summary>One thing in the stream of everything that happened with a customer. Written by the command that makes it happen.</summary>
public sealed class TimelineEntry
{
    public required Guid Id { get; init; }
    public required CustomerId CustomerId { get; init; }

    /// <summary>When it happened, which may be before it was entered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is: a past-tense name such as <c>interaction.recorded</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The record to look at.</summary>
    public string? ResourceId { get; init; }
    public StaffId? By { get; init; }

    /// <summary>The only member of staff who sees it; everybody where absent.</summary>
    public StaffId? OnlyFor { get; init; }

    /// <summary>The only credential that sees it besides <see cref="OnlyFor"/>: <see cref="Caller.CredentialKey"/>. Everybody where both are absent.</summary>
    public ByteKey? OnlyForCredential { get; init; }

    /// <summary>A few words for the list, as a JSON object of codes and short texts; emptied by an erasure.</summary>
    public string Summary { get; set; } = "{}";
}
