using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

public sealed record StartComplaintDraft(DraftContent Content) : ICommand<ComplaintDraftDetails>;

/// <summary>A complaint that is being written, for whoever has its secret.</summary>
/// <param name="Content">What is written so far.</param>
/// <param name="ExpiresAt">Until when it stays, unless it is saved again.</param>
/// <param name="Version">Its version, as in the ETag; grows with each time it is saved.</param>
public sealed record ComplaintDraftDetails(DraftContent Content, DateTimeOffset ExpiresAt, int Version) : IVersioned
{
    public const int TokenMaxLength = TrackingToken.Length;
    public const int LinkMaxLength = ComplaintDetails.TrackingLinkMaxLength;

    /// <summary>The secret that leads back to it, in the answer of the start alone.</summary>
    public string? Token { get; init; }

    /// <summary>The address under which it is written on; in the answer of the start alone.</summary>
    public string? Link { get; init; }

    public static readonly ComplaintDraftDetails Example = new(DraftContent.Example, new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero), 1);

    internal static ComplaintDraftDetails Of(ComplaintDraft draft) => new(draft.Content, draft.ExpiresAt, draft.Version);
}

/// <summary>A draft may lack what a complaint must have; what it has keeps to the same limits.</summary>
internal sealed class DraftContentValidator : AbstractValidator<DraftContent>
{
    public DraftContentValidator()
    {
        RuleFor(x => x.Statement).MaximumLength(DraftContent.StatementMaxLength);
        RuleFor(x => x.ComplainantName).MaximumLength(ComplaintIntake.NameMaxLength);
        RuleFor(x => x.OnBehalfOf).MaximumLength(ComplaintIntake.NameMaxLength);
        RuleFor(x => x.Category).MaximumLength(ComplaintIntake.CategoryMaxLength);
        RuleFor(x => x.Language).MaximumLength(ComplaintIntake.LanguageMaxLength);
        RuleFor(x => x.Target).IsInEnum();
        RuleFor(x => x.Contacts).AtMost(ComplaintIntake.MaxContacts);
        RuleForEach(x => x.Contacts).SetValidator(new ComplaintContactValidator());
        RuleFor(x => x.Product!).SetValidator(new ComplaintProductValidator()).When(x => x.Product is not null);
        RuleFor(x => x.Hazards).AtMost(ComplaintIntake.MaxHazards);
        RuleForEach(x => x.Hazards).NotEmpty().MaximumLength(ComplaintIntake.HazardMaxLength);
        RuleFor(x => x.Attachments).AtMost(StatementAttachment.MaxCount);
        RuleForEach(x => x.Attachments).SetValidator(new StatementAttachmentValidator());
    }
}

internal sealed class StartComplaintDraftHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<DraftContent> validator)
    : ICommandHandler<StartComplaintDraft, ComplaintDraftDetails>
{
    public Task<Result<ComplaintDraftDetails>> Handle(StartComplaintDraft command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return Task.FromResult<Result<ComplaintDraftDetails>>(invalid);
        }
        var token = TrackingToken.New();
        var draft = ComplaintDraft.Start(command.Content, token, clock.GetUtcNow());
        db.ComplaintDrafts.Add(draft);
        db.SetAlarm(Alarms.DraftExpired, draft.Id.Value, draft.ExpiresAt);
        return Task.FromResult<Result<ComplaintDraftDetails>>(ComplaintDraftDetails.Of(draft) with { Token = token.Text, Link = $"/v1/public/{caller.Tenant.Slug}/complaint-drafts/{token.Text}" });
    }
}
