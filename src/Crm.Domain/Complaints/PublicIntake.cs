using Crm.Domain.Customers;

namespace Crm.Domain.Complaints;

/// <summary>What somebody without a login tells beside the statement.</summary>
public record PublicIntake
{
    public const int CategoryMaxLength = ComplaintIntake.CategoryMaxLength;
    public const int LanguageMaxLength = ComplaintIntake.LanguageMaxLength;
    public const int ComplainantNameMaxLength = ComplaintIntake.NameMaxLength;
    public const int OnBehalfOfMaxLength = ComplaintIntake.NameMaxLength;
    public const int MaxContacts = ComplaintIntake.MaxContacts;
    public const int MaxHazards = ComplaintIntake.MaxHazards;
    public const int HazardMaxLength = ComplaintIntake.HazardMaxLength;
    public const int MaxAttachments = StatementAttachment.MaxCount;

    /// <summary>Whether nothing of the complainant is to be known. Name and contacts are not kept then, and only the tracking link leads back.</summary>
    public bool Anonymous { get; init; }

    /// <summary>How to answer: one at least, unless it is anonymous, and at most 5. What cannot be read is kept as words.</summary>
    public IReadOnlyList<ComplaintContact> Contacts { get; init => field = value ?? []; } = [];

    /// <summary>What the complainant is called; at most 200 characters.</summary>
    public string? ComplainantName { get; init; }

    /// <summary>For whom it is made, where that is somebody else; at most 200 characters.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The code of what it is about; at most 60 characters. Any is taken.</summary>
    public string? Category { get; init; }

    /// <summary>BCP 47 tag of the complainant's language.</summary>
    public string? Language { get; init; }

    /// <summary>What the complainant is dissatisfied with; the organisation where absent.</summary>
    public TargetKind? Target { get; init; }

    /// <summary>The product that it is about.</summary>
    public ComplaintProduct? Product { get; init; }

    /// <summary>What is dangerous about it, in the complainant's words; at most 20.</summary>
    public IReadOnlyList<string> Hazards { get; init => field = value ?? []; } = [];

    /// <summary>Documents and pictures that go with the statement, at most 20.</summary>
    public IReadOnlyList<StatementAttachment> Attachments { get; init => field = value ?? []; } = [];
}

/// <summary>As much of a complaint as somebody has written so far.</summary>
public sealed record DraftContent : PublicIntake
{
    public const int StatementMaxLength = StatementPart.WordsMaxLength;

    /// <summary>What the complainant says so far; at most 100,000 characters.</summary>
    public string? Statement { get; init; }

    public static readonly DraftContent Example = new() { Statement = "کتری نو پس از دو روز", Contacts = [new(ContactPointKind.Phone, "۰۹۱۲ ۱۱۱ ۲۲ ۳۳")], Language = "fa-IR" };
}
