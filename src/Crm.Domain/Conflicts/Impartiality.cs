using Crm.Domain.Staff;

namespace Crm.Domain.Conflicts;

/// <summary>Between whom a conflict is in force: a member of staff, and a customer or a colleague.</summary>
public sealed record ConflictBetween(StaffId StaffId, CustomerId? CustomerId, StaffId? OtherStaffId);

/// <summary>
/// Who may handle a case, or decide on it: never whom it is about, nor who reports to them, directly or round corners, nor who has a declared conflict with the customer or
/// with whom it is about (S3-FAIR-1). The one place that says so; what it goes by comes from outside.
/// </summary>
/// <param name="Lines">Who reports to whom. Without them nobody is known to be below anybody.</param>
/// <param name="Conflicts">The conflicts in force on the day of the question; others than those of the case may be among them.</param>
public sealed record Impartiality(ReportingLines? Lines, IReadOnlyCollection<ConflictBetween> Conflicts)
{
    public static readonly Impartiality NothingKnown = new(null, []);

    /// <summary>The case is about the candidate.</summary>
    public const string Subject = "subject_of_complaint";

    /// <summary>The candidate reports to whom the case is about, directly or round a corner.</summary>
    public const string BelowSubject = "reports_to_subject";

    /// <summary>A conflict of the candidate with the customer is declared.</summary>
    public const string WithCustomer = "conflict_with_customer";

    /// <summary>A conflict between the candidate and whom the case is about is declared, by either of the two.</summary>
    public const string WithSubject = "conflict_with_subject";

    /// <summary>The refusal to give a case to somebody; say which of the reasons above with <see cref="Error.Because"/>.</summary>
    public static readonly Error ConflictOfInterest = new(ErrorKind.Conflict, "conflict_of_interest",
        "This member of staff is not impartial in this case; detail says why. Choose somebody else.");

    /// <summary>Why a candidate may be neither handler nor approver; null where they may.</summary>
    /// <param name="candidate">Who would handle or approve.</param>
    /// <param name="subject">The member of staff whom the case is about, if any.</param>
    /// <param name="customer">The customer whose case it is, if known.</param>
    public string? Refusal(StaffId candidate, StaffId? subject, CustomerId? customer)
    {
        if (candidate == subject)
        {
            return Subject;
        }
        if (subject is { } about && Lines?.IsBelow(candidate, about) == true)
        {
            return BelowSubject;
        }
        string? found = null;
        foreach (var conflict in Conflicts)
        {
            if (customer is not null && conflict.StaffId == candidate && conflict.CustomerId == customer)
            {
                return WithCustomer;
            }
            if (subject is not null && conflict.OtherStaffId is { } other
                && ((conflict.StaffId == candidate && other == subject) || (conflict.StaffId == subject && other == candidate)))
            {
                found = WithSubject;
            }
        }
        return found;
    }
}
