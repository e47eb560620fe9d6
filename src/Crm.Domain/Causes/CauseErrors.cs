namespace Crm.Domain.Causes;

public static class CauseErrors
{
    public static readonly Error CodeTaken = new(ErrorKind.Conflict, "cause.code_taken",
        "There is a cause with this code, in use or retired. Choose another code.");

    public static readonly Error CodeIsFixed = new(ErrorKind.Conflict, "cause.code_is_fixed",
        "The code of a cause never changes, because records rest on it. Retire it and add another one.");

    public static readonly Error Retired = new(ErrorKind.Conflict, "cause.retired",
        "The cause is out of use and does not change any more. Add another one.");

    public static readonly Error HasActiveBelow = new(ErrorKind.Conflict, "cause.has_active_below",
        "There are causes in use below this one. Retire or move them first.");

    public static readonly Error Circular = new(ErrorKind.Conflict, "cause.circular",
        "The parent lies below this cause, or is the cause itself. Choose another parent.");

    public static readonly Error TooDeep = new(ErrorKind.Conflict, "cause.too_deep",
        "A taxonomy has up to 3 levels. Choose a parent further up.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "cause.too_many",
        "A tenant has at most 500 causes, retired ones included.");

    public static readonly Error ParentUnknown = new Error(ErrorKind.Invalid, "cause_parent_unknown",
        "There is no cause in use with this id. Name another parent or leave the member out.").About("/parentId");

    /// <summary>For whatever is given a cause.</summary>
    public static readonly Error Unknown = new Error(ErrorKind.Invalid, "cause_unknown",
        "There is no cause in use with this id or code. GET /v1/causes lists them.").About("/causeId");
}

[EventType("cause.added", 1, "A cause was added to the tenant's taxonomy.")]
public sealed record CauseAdded(CauseId CauseId) : IDomainEvent;

[EventType("cause.revised", 1, "A cause was renamed or moved within the taxonomy.")]
public sealed record CauseRevised(CauseId CauseId) : IDomainEvent;

[EventType("cause.retired", 1, "A cause went out of use. It stays on what it was given to.")]
public sealed record CauseRetired(CauseId CauseId) : IDomainEvent;
