namespace Crm.Domain;

/// <summary>What sort of refusal an <see cref="Error"/> is; one place in the HTTP edge turns it into a status.</summary>
public enum ErrorKind
{
    Malformed,
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    Stale,
    PreconditionRequired,
    Invalid,
    Unavailable,
}

/// <summary>
/// An expected refusal, as a value. <paramref name="Code"/> is stable and part of the contract; <paramref name="Title"/> is its English
/// sentence and says what to do. The Persian one stands beside the code in the texts of the HTTP edge.
/// </summary>
public sealed record Error(ErrorKind Kind, string Code, string Title)
{
    /// <summary>What exactly was wrong this time, where that helps beyond the title.</summary>
    public string? Detail { get; init; }

    /// <summary>The member of the request it is about, as a JSON pointer (<c>/contactPoints/0/value</c>).</summary>
    public string? Pointer { get; init; }

    /// <summary>The record that is in the way.</summary>
    public string? ConflictingId { get; init; }

    /// <summary>What version the record is now, where the caller named none or another one; becomes the ETag of the refusal.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>Several refusals of members of one request; empty where this error is about the whole.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    public Error About(string pointer) => this with { Pointer = pointer };

    /// <summary>The same refusal where what it is about lies inside a member of the request.</summary>
    public Error Inside(string pointer) => this with { Pointer = Pointer is null ? null : pointer + Pointer, Fields = [.. Fields.Select(f => f with { Pointer = pointer + f.Pointer })] };

    public Error Because(string detail) => this with { Detail = detail };
    public Error With(string conflictingId) => this with { ConflictingId = conflictingId };

    public static Error NotFound<T>() where T : IResource =>
        new(ErrorKind.NotFound, $"{T.Prefix}.not_found", $"There is no {T.Prefix} with this id.");

    public static readonly Error Stale = new(ErrorKind.Stale, "stale_version",
        "The record has changed since the version named in If-Match. Read it again and repeat the change on what it is now.");

    public static readonly Error PreconditionRequired = new(ErrorKind.PreconditionRequired, "if_match_required",
        "A change needs If-Match with the ETag of the version that it is based on.");

    public Error At(int version) => this with { CurrentVersion = version };

    public static Error Invalid(IReadOnlyList<FieldError> fields) => ValidationFailed with { Fields = fields };

    public static readonly Error ValidationFailed =
        new(ErrorKind.Invalid, "validation_failed", "The request has members that are not acceptable; errors lists each with its pointer.");
}

/// <summary>One member of a request that is not acceptable. <paramref name="Args"/> fill the placeholders of the code's text.</summary>
public sealed record FieldError(string Pointer, string Code, string Detail, IReadOnlyDictionary<string, string>? Args = null);
