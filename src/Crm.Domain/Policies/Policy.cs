namespace Crm.Domain.Policies;

/// <summary>
/// What a tenant promises about its speed. Every change makes a new version that takes effect at an instant of its own, and a running clock keeps
/// the version that it was started under (S4-POLICY-1).
/// </summary>
public sealed class Policy : AggregateRoot<Policy>, IResource
{
    /// <summary>How many a tenant has in use at most, since each is looked at for every clock.</summary>
    public const int Most = 100;

    private Policy() { }

    public static string Prefix => "policy";

    /// <summary>The newest version, whether it has taken effect or not.</summary>
    public PolicyContent Content { get; private set; } = null!;

    /// <summary>From when on the newest version is asked.</summary>
    public DateTimeOffset EffectiveFrom { get; private set; }

    /// <summary>When it went out of use.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public static Result<Policy> Establish(PolicyContent content, DateTimeOffset? effectiveFrom, DateTimeOffset now)
    {
        if (content.Faults() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        var policy = new Policy { Id = PolicyId.New(now) };
        policy.Take(content, effectiveFrom ?? now, now);
        policy.Raise(new PolicyEstablished(policy.Id, policy.EffectiveFrom));
        return policy;
    }

    /// <summary>Makes a new version. Versions take effect in the order of their numbers, so that the one in force is the newest that has.</summary>
    public Result Revise(PolicyContent content, DateTimeOffset? effectiveFrom, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return PolicyErrors.Retired;
        }
        if (content.Faults() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        if ((effectiveFrom ?? now) < EffectiveFrom)
        {
            return PolicyErrors.EffectiveFromBeforeVersion;
        }
        Take(content, effectiveFrom ?? now, now);
        Raise(new PolicyRevised(Id, Version, EffectiveFrom));
        return Result.Done;
    }

    /// <summary>Takes it out of use. Repeating it changes nothing.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new PolicyRetired(Id));
        }
    }

    /// <summary>What stands now, to be kept for ever beside what stood before.</summary>
    public PolicyVersion AsVersion(StaffId? by) => new(Id, Version, Content, EffectiveFrom, RetiredAt, by, UpdatedAt);

    private void Take(PolicyContent content, DateTimeOffset effectiveFrom, DateTimeOffset now)
    {
        (Content, EffectiveFrom) = (content.Normalised(), effectiveFrom.ToUniversalTime());
        Changed(now);
    }
}

/// <summary>A policy as one change made it. Never changed.</summary>
public sealed record PolicyVersion(
    PolicyId PolicyId, int Number, PolicyContent Content, DateTimeOffset EffectiveFrom, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
    : IHasId<PolicyVersion>, IResource
{
    public static string Prefix => "policy_version";

    public PolicyVersionId Id { get; private init; } = PolicyVersionId.New(At);
}
