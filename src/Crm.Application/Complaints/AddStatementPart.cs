using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What the complainant says further (S1-HELP-1).</summary>
/// <param name="Words">What was said or written, verbatim; 1 to 100,000 characters.</param>
/// <param name="Channel">On which way it came.</param>
/// <param name="Author">Who speaks; the customer where absent.</param>
/// <param name="Language">BCP 47 tag of its language.</param>
/// <param name="Attachments">Documents and pictures that go with it, at most 20.</param>
public sealed record StatementPartBody(
    string Words, IntakeChannel Channel, StatementAuthor Author = StatementAuthor.Customer, string? Language = null, IReadOnlyList<StatementAttachment>? Attachments = null)
{
    public static readonly StatementPartBody Example = new("سه بار هم زنگ زدم.", IntakeChannel.Phone, Language: "fa-IR");
}

public sealed record AddStatementPart(ComplaintId Id, StatementPartBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class StatementPartBodyValidator : AbstractValidator<StatementPartBody>
{
    public StatementPartBodyValidator()
    {
        RuleFor(x => x.Words).NotEmpty().MaximumLength(StatementPart.WordsMaxLength);
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Author).IsInEnum();
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.Attachments).AtMost(StatementAttachment.MaxCount);
        RuleForEach(x => x.Attachments).SetValidator(new StatementAttachmentValidator());
    }
}

internal sealed class AddStatementPartHandler(ICrmDb db, PracticeSteps steps, Caller caller, IValidator<StatementPartBody> validator)
    : ICommandHandler<AddStatementPart, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(AddStatementPart command, CancellationToken ct)
    {
        var body = command.Body;
        return steps.Take(validator, body, command.Id, (complaint, now) =>
        {
            if (complaint.AddStatement(body.Words, body.Author, body.Channel, body.Language, body.Attachments ?? [], caller.StaffId, now).Failed(out var error, out var part))
            {
                return error;
            }
            db.Append([part]);
            return Result.Done;
        }, ct);
    }
}
