namespace Crm.Domain.Conflicts;

/// <summary>What stands between a member of staff and a party.</summary>
public enum ConflictKind { Relative, FormerEmployer, OwnComplaint, Other }

/// <summary>A conflict of interest to be declared (S3-FAIR-1).</summary>
public sealed record ConflictContent
{
    public const int NoteMaxLength = 500;

    /// <summary>The member of staff who has it; the caller's own where absent.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>The customer, a person or an organisation, with whom. Give this or otherStaffId.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>The other member of staff with whom.</summary>
    public StaffId? OtherStaffId { get; init; }

    /// <summary>What stands between the two.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>What there is to know of it; at most 500 characters. Only the member of staff and credentials with conflicts:write see it.</summary>
    public string? Note { get; init; }

    /// <summary>The first day on which it counts; the present day where the tenant is where absent.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day on which it counts, not before fromOn; without an end where absent.</summary>
    public DateOnly? UntilOn { get; init; }

    public static readonly ConflictContent Example = new()
    {
        StaffId = Id<Staff.StaffMember>.Parse("staff_01j00000000000000000000000", null), CustomerId = Id<Customers.Customer>.Parse("customer_01j00000000000000000000000", null),
        Kind = ConflictKind.Relative, Note = "برادر من است", FromOn = new(2026, 3, 21),
    };
}

/// <summary>
/// A conflict of interest that a member of staff has with a customer or a colleague, as it was declared (S3-FAIR-1). It is never deleted: it ends, so that it can be told
/// later who was impartial when.
/// </summary>
public sealed class DeclaredConflict : AggregateRoot<DeclaredConflict>, IResource
{
    private DeclaredConflict() { }

    public static string Prefix => "conflict";

    public StaffId StaffId { get; private set; }
    public CustomerId? CustomerId { get; private set; }
    public StaffId? OtherStaffId { get; private set; }
    public ConflictKind Kind { get; private set; }
    public string? Note { get; private set; }
    public DateOnly FromOn { get; private set; }
    public DateOnly? UntilOn { get; private set; }
    public StaffId? DeclaredBy { get; private set; }

    /// <summary>When it was said that it ends, or has ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="staff">Who has it.</param>
    /// <param name="today">The present day where the tenant is.</param>
    public static Result<DeclaredConflict> Declare(ConflictContent content, StaffId staff, DateOnly today, StaffId? by, DateTimeOffset now)
    {
        if (content.CustomerId is null == content.OtherStaffId is null)
        {
            return Error.Invalid([new("/customerId", "conflict_party_unclear", "Exactly one of customerId and otherStaffId says with whom.")]);
        }
        if (content.OtherStaffId == staff)
        {
            return Error.Invalid([new("/otherStaffId", "conflict_with_self", "Nobody has a conflict with themselves. Name somebody else.")]);
        }
        var from = content.FromOn ?? today;
        if (content.UntilOn < from)
        {
            return Error.Invalid([UntilBeforeFrom]);
        }
        var conflict = new DeclaredConflict
        {
            Id = ConflictId.New(now), StaffId = staff, CustomerId = content.CustomerId, OtherStaffId = content.OtherStaffId, Kind = content.Kind,
            Note = FoldedText.Shown(content.Note), FromOn = from, UntilOn = content.UntilOn, DeclaredBy = by,
        };
        conflict.Changed(now);
        conflict.Raise(new ConflictDeclared(conflict.Id, staff, content.CustomerId, content.OtherStaffId));
        return conflict;
    }

    /// <summary>Ends it with a day that is the last on which it counts.</summary>
    public Result End(DateOnly lastOn, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return ConflictErrors.Ended;
        }
        if (lastOn < FromOn)
        {
            return Error.Invalid([UntilBeforeFrom]);
        }
        (UntilOn, EndedAt) = (lastOn, now);
        Changed(now);
        Raise(new ConflictEnded(Id, StaffId));
        return Result.Done;
    }

    private static FieldError UntilBeforeFrom => new("/untilOn", "until_before_from", "The last day lies before the first.");
}

public static class ConflictErrors
{
    public static readonly Error NotYours = new(ErrorKind.Forbidden, "conflict.not_yours",
        "A conflict of somebody else is declared with the permission conflicts:write. Leave staffId out to declare your own.");

    public static readonly Error Ended = new(ErrorKind.Conflict, "conflict.ended",
        "The conflict was ended already. Declare a new one where there is one again.");

    public static readonly Error StaffNeeded = new Error(ErrorKind.Invalid, "conflict_staff_needed",
        "The credential acts for no member of staff, so name in staffId who has the conflict.").About("/staffId");
}

[EventType("conflict.declared", 1, "A conflict of interest of a member of staff was declared, with a customer or a colleague.")]
public sealed record ConflictDeclared(ConflictId ConflictId, StaffId StaffId, CustomerId? CustomerId, StaffId? OtherStaffId) : IDomainEvent;

[EventType("conflict.ended", 1, "A declared conflict of interest was ended.")]
public sealed record ConflictEnded(ConflictId ConflictId, StaffId StaffId) : IDomainEvent;
