using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using FluentValidation;
using MediatR;

namespace Crm.Application.Complaints;

/// <summary>A complaint of somebody without a login: a statement and one way to answer, or anonymous (S3-ACCESS-2). One call.</summary>
public sealed record FilePublicComplaint : PublicIntake, ICommand<PublicComplaintReceipt>
{
    public const int StatementMaxLength = StatementPart.WordsMaxLength;

    public FilePublicComplaint() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private FilePublicComplaint(DraftContent draft) : base(draft) => Statement = draft.Statement ?? "";

    /// <summary>What the complainant says, verbatim; 1 to 100,000 characters.</summary>
    public required string Statement { get; init; }

    public static readonly FilePublicComplaint Example = new()
    {
        Statement = FileComplaint.Example.Statement, ComplainantName = "مریم احمدی", Contacts = [new(ContactPointKind.Phone, "۰۹۱۲ ۱۱۱ ۲۲ ۳۳")], Language = "fa-IR",
    };

    internal static FilePublicComplaint Of(DraftContent draft) => new(draft);

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

    internal static PublicComplaintReceipt Of(ComplaintDetails filed) => new(filed.Reference, filed.TrackingToken!, filed.TrackingLink!);

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
            : PublicComplaintReceipt.Of(filed);
}
