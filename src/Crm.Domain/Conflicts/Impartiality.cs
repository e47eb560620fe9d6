using Crm.Domain.Staff;

namespace Crm.Domain.Conflicts;

/// <summary>Between whom a conflict is in force: a member of staff, and a customer or a colleague.</summary>
public sealed record ConflictBetween(StaffId StaffId, CustomerId? CustomerId, StaffId? OtherStaffId);

/// <summary>Who may handle or approve a case (S3-FAIR-1).</summary>
public static class Impartiality
{
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
    /// <param name="lines">Who reports to whom.</param>
    /// <param name="conflicts">The conflicts in force on the day of the question; others than those of the candidate or the subject may be among them.</param>
    public static string? Refusal(StaffId candidate, StaffId? subject, CustomerId? customer, ReportingLines lines, IEnumerable<ConflictBetween> conflicts)
    {
        if (candidate == subject)
        {
            return Subject;
        }
        if (subject is { } about && lines.IsBelow(candidate, about))
        {
            return BelowSubject;
        }
        string? found = null;
        foreach (var conflict in conflicts)
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
