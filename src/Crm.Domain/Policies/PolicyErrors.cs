namespace Crm.Domain.Policies;

public static class PolicyErrors
{
    public static readonly Error Retired = new(ErrorKind.Conflict, "policy.retired",
        "The policy is out of use and does not change any more. Make a new one.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "policy.too_many",
        "A tenant has at most 100 policies in use. Retire one that is not needed first.");

    public static readonly Error VersionUnknown = new(ErrorKind.NotFound, "policy.version_unknown",
        "The policy has no version of this number.");

    public static readonly Error EffectiveFromBeforeVersion = new Error(ErrorKind.Invalid, "effective_from_before_version",
        "A version takes effect no earlier than the one before it. Name the same instant or a later one in effectiveFrom.").About("/effectiveFrom");
}
