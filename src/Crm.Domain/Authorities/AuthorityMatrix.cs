using Crm.Domain.Complaints;

namespace Crm.Domain.Authorities;

/// <summary>
/// Who grants how much of what without asking: one matrix for each tenant (S3-EMPOWER-1). Every change makes a new version, and a decision keeps the number
/// of the version that it was made under (S4-POLICY-1).
/// </summary>
public sealed class AuthorityMatrix : AggregateRoot<AuthorityMatrix>, IResource
{
    public const int MaxRows = 500;

    private AuthorityMatrix() { }

    public static string Prefix => "authority_matrix";

    public IReadOnlyList<AuthorityRule> Rows { get; private set; } = [];

    public AuthorityRules Rules => new(Version, Rows);

    /// <summary>The matrix of a tenant has the id of its tenant, so that there cannot be two.</summary>
    public static AuthorityMatrixId IdOf(TenantId tenant) => new(tenant.Value);

    public static Result<AuthorityMatrix> Establish(TenantId tenant, IReadOnlyList<AuthorityRule> rows, DateTimeOffset now)
    {
        var matrix = new AuthorityMatrix { Id = IdOf(tenant) };
        return matrix.Revise(rows, now).Failed(out var error) ? error : matrix;
    }

    /// <summary>Replaces every rule.</summary>
    public Result Revise(IReadOnlyList<AuthorityRule> rows, DateTimeOffset now)
    {
        if (Faults(rows) is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        Rows = [.. rows];
        Changed(now);
        Raise(new AuthorityMatrixRevised(Id, Version));
        return Result.Done;
    }

    /// <summary>What stands now, to be kept for ever beside what stood before.</summary>
    public AuthorityMatrixVersion AsVersion(StaffId? by) => new(Version, Rows, by, UpdatedAt);

    private static List<FieldError> Faults(IReadOnlyList<AuthorityRule> rows)
    {
        var faults = new List<FieldError>();
        var known = new HashSet<(string, RemedyKind)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, pointer) = (rows[i], $"/rows/{i}");
            if (!AuthorityRule.IsRole(row.Role))
            {
                faults.Add(new(pointer + "/role", "authority_invalid", "A level of authority has lower case letters, digits, - and _, begins with a letter and has at most 40 characters."));
            }
            if (!known.Add((row.Role, row.RemedyKind)))
            {
                faults.Add(new(pointer, "authority_repeated", "The level has a rule for this kind already. Give each once."));
            }
            faults.AddRange(FaultsOf(row.CapPerCase, row.RemedyKind, pointer + "/capPerCase"));
            faults.AddRange(FaultsOf(row.CapPerPeriod, row.RemedyKind, pointer + "/capPerPeriod"));
            if (row.Period is not null && row.PeriodTime() is null)
            {
                faults.Add(new(pointer + "/period", "period_days_invalid", "A period is a number of whole days here, from P1D to P366D."));
            }
            if (row.CapPerPeriod is null != row.Period is null)
            {
                faults.Add(new(pointer + "/period", "period_misplaced", "A cap per period and its period come together."));
            }
        }
        return faults;
    }

    private static IEnumerable<FieldError> FaultsOf(AuthorityAmount? cap, RemedyKind kind, string pointer)
    {
        if (cap is null)
        {
            yield break;
        }
        if (!cap.IsClear())
        {
            yield return new(pointer, "amount_unclear", "Exactly one of money and points says how much.");
        }
        else if (cap.Points is null == (kind == RemedyKind.Points))
        {
            yield return new(pointer, "amount_unit_misplaced", "The kind points is measured in points, every other kind in money.");
        }
    }
}

/// <summary>The matrix as it stood from one change to the next. Never changed.</summary>
public sealed record AuthorityMatrixVersion(int Number, IReadOnlyList<AuthorityRule> Rows, StaffId? By, DateTimeOffset At)
    : IHasId<AuthorityMatrixVersion>, IResource
{
    public static string Prefix => "authority_version";

    public AuthorityMatrixVersionId Id { get; private init; } = AuthorityMatrixVersionId.New(At);
}

public static class AuthorityErrors
{
    public static readonly Error VersionUnknown = new(ErrorKind.NotFound, "authority_matrix.version_unknown",
        "The authority matrix has no version of this number.");
}

[EventType("authority_matrix.revised", 1, "Who grants how much without asking changed; the matrix has a new version. Decisions keep theirs.")]
public sealed record AuthorityMatrixRevised(AuthorityMatrixId MatrixId, int MatrixVersion) : IDomainEvent;
