using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using FluentValidation;
using MediatR;

namespace Crm.Application.Complaints;

/// <summary>A complaint of somebody without a login: a statement and one way to answer, or anonymous (S3-ACCESS-2). One call.</summary>
public sealed record FilePublicComplaint : ICommand<PublicComplaintReceipt>
{
    public const int StatementMaxLength = StatementPart.WordsMaxLength;
    public const int CategoryMaxLength = ComplaintIntake.CategoryMaxLength;
    public const int LanguageMaxLength = ComplaintIntake.LanguageMaxLength;
    public const int ComplainantNameMaxLength = ComplaintIntake.NameMaxLength;
    public const int OnBehalfOfMaxLength = ComplaintIntake.NameMaxLength;
    public const int MaxContacts = ComplaintIntake.MaxContacts;
    public const int MaxHazards = ComplaintIntake.MaxHazards;
    public const int HazardMaxLength = ComplaintIntake.HazardMaxLength;
    public const int MaxAttachments = StatementAttachment.MaxCount;

    /// <summary>What the complainant says, verbatim; 1 to 100,000 characters.</summary>
    public required string Statement { get; init; }

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

    public static readonly FilePublicComplaint Example = new()
    {
        Statement = FileComplaint.Example.Statement, ComplainantName = "مریم احمدی", Contacts = [new(ContactPointKind.Phone, "۰۹۱۲ ۱۱۱ ۲۲ ۳۳")], Language = "fa-IR",
    };

    internal FileComplaint ToFile() => new()
    {
        Channel = IntakeChannel.Web, Statement = Statement, Attachments = Attachments, Contacts = Anonymous ? [] : Contacts, ComplainantName = Anonymous ? null : ComplainantName,
        OnBehalfOf = Anonymous ? null : OnBehalfOf, Category = Category, Language = Language, Target = Target, Product = Product, Hazards = Hazards,
    };
}

/// <summary>What somebody who complained without a login takes along. Nothing else of the record is told.</summary>
/// <param name="Reference">What it is called between people, to be read out on the telephone.</param>
/// <param name="TrackingToken">The secret that leads back to it. It is told this once.</param>
/// <param name="TrackingLink">The address under which it can be followed, answered and escalated.</param>
public sealed record PublicComplaintReceipt(string Reference, string TrackingToken, string TrackingLink)
{
    public const int ReferenceMaxLength = ComplaintReference.Length;
    public const int TrackingTokenMaxLength = Domain.Complaints.TrackingToken.Length;
    public const int TrackingLinkMaxLength = ComplaintDetails.TrackingLinkMaxLength;

    public static readonly PublicComplaintReceipt Example = new("K7Q2-9MXA-3", RenewedTrackingLink.ExampleToken, RenewedTrackingLink.Example.TrackingLink);
}

internal sealed class FilePublicComplaintValidator : AbstractValidator<FilePublicComplaint>
{
    public FilePublicComplaintValidator(IValidator<FileComplaint> filing)
    {
        RuleFor(x => x.Contacts).NotEmpty().When(x => !x.Anonymous).Code("contact_required", "One way to answer is needed. Give a telephone number or an address, or say anonymous.");
        RuleFor(x => x).Custom((complaint, context) =>
        {
            foreach (var failure in filing.Validate(complaint.ToFile()).Errors)
            {
                context.AddFailure(failure);
            }
        });
    }
}

internal sealed class FilePublicComplaintHandler(IRequestHandler<FileComplaint, Result<ComplaintDetails>> file) : ICommandHandler<FilePublicComplaint, PublicComplaintReceipt>
{
    public async Task<Result<PublicComplaintReceipt>> Handle(FilePublicComplaint command, CancellationToken ct) =>
        (await file.Handle(command.ToFile(), ct)).Failed(out var error, out var filed) ? error
            : new PublicComplaintReceipt(filed.Reference, filed.TrackingToken!, filed.TrackingLink!);
}
