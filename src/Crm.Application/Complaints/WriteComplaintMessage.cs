using System.Globalization;
using Crm.Application.Customers;
using Crm.Application.Phrases;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Macros;
using Crm.Domain.Phrases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>Words that go to the complainant, or that came from them.</summary>
/// <param name="Direction">Whether they go out or came in.</param>
/// <param name="Channel">On which way.</param>
/// <param name="Words">What they say, 1 to 20,000 characters. Nothing that goes out has a placeholder left in it.</param>
/// <param name="Purpose">What an outgoing message is for; the macro's where there is one, else answer. A policy statement, a survey and an automatic reply never count as a response.</param>
/// <param name="MacroId">The macro that it was made of, as rendering it answered.</param>
/// <param name="MacroVersion">The version of the macro, as rendering it answered.</param>
/// <param name="CorrectsId">The message of the same direction that was wrong; it stays beside its correction.</param>
/// <param name="Override">Lets words go out that the phrase guard blocks; needs the permission phrases:override.</param>
public sealed record ComplaintMessageBody(
    MessageDirection Direction, IntakeChannel Channel, string Words, MacroPurpose? Purpose = null, MacroId? MacroId = null, int? MacroVersion = null, MessageId? CorrectsId = null,
    GuardOverride? Override = null)
{
    public const int WordsMaxLength = ComplaintMessage.WordsMaxLength;

    public static readonly ComplaintMessageBody Example = new(
        MessageDirection.Outgoing, IntakeChannel.Email, "سرکار خانم احمدی، کتری نو امروز فرستاده شد و فردا به دست شما می‌رسد.", MacroPurpose.Update);
}

/// <summary>Why words go out that the phrase guard blocks.</summary>
/// <param name="Reason">The reason, 1 to 1,000 characters; kept on the message and in the audit trail.</param>
public sealed record GuardOverride(string Reason)
{
    public const int ReasonMaxLength = ComplaintMessage.ReasonMaxLength;
}

public sealed record WriteComplaintMessage(ComplaintId Id, ComplaintMessageBody Body) : ICommand<ComplaintMessageTaken>, IHandledAgain;

internal sealed class ComplaintMessageBodyValidator : AbstractValidator<ComplaintMessageBody>
{
    public ComplaintMessageBodyValidator()
    {
        RuleFor(x => x.Direction).IsInEnum();
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Words).NotEmpty().MaximumLength(ComplaintMessage.WordsMaxLength);
        RuleFor(x => x.Purpose).IsInEnum();
        RuleFor(x => x.Purpose).Null().When(x => x.Direction == MessageDirection.Incoming).Code("incoming_has_none", "What the customer wrote has no purpose, macro or override.");
        RuleFor(x => x.MacroId).Null().When(x => x.Direction == MessageDirection.Incoming).Code("incoming_has_none", "What the customer wrote has no purpose, macro or override.");
        RuleFor(x => x.Override).Null().When(x => x.Direction == MessageDirection.Incoming).Code("incoming_has_none", "What the customer wrote has no purpose, macro or override.");
        RuleFor(x => x.MacroVersion).NotNull().When(x => x.MacroId is not null);
        RuleFor(x => x.MacroVersion).Null().When(x => x.MacroId is null).Code("macro_version_alone", "A version belongs to a macro. Give macroId, too, or leave this out.");
        RuleFor(x => x.Override!.Reason).NotEmpty().MaximumLength(ComplaintMessage.ReasonMaxLength).When(x => x.Override is not null);
        RuleFor(x => x.Words).Must(w => !HasPlaceholder(w)).When(x => x.Direction == MessageDirection.Outgoing && x.Words is not null)
            .Code("raw_placeholder", "A placeholder in double braces was not filled. Render the macro, or write what belongs there.");
    }

    /// <summary>Double braces, also with something between them that nobody sees.</summary>
    private static bool HasPlaceholder(string words)
    {
        var seen = string.Concat(words.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark)));
        return seen.Contains("{{", StringComparison.Ordinal) || seen.Contains("}}", StringComparison.Ordinal);
    }
}

internal sealed class WriteComplaintMessageHandler(ICrmDb db, Caller caller, TimeProvider clock, PhraseCheck guard, IValidator<ComplaintMessageBody> validator)
    : ICommandHandler<WriteComplaintMessage, ComplaintMessageTaken>
{
    public async Task<Result<ComplaintMessageTaken>> Handle(WriteComplaintMessage command, CancellationToken ct)
    {
        var (body, now) = (command.Body, clock.GetUtcNow());
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        var messages = db.ComplaintMessages.Where(m => m.ComplaintId == command.Id);
        var found = await db.Complaints.Where(c => c.Id == command.Id).Select(c => new
        {
            Complaint = c,
            Purpose = db.MacroVersions.Where(v => v.MacroId == body.MacroId && v.Number == body.MacroVersion).Select(v => (MacroPurpose?)v.Purpose).FirstOrDefault(),
            Repeats = messages.Any(m => m.MacroId == body.MacroId && m.MacroId != null),
            Corrects = messages.Any(m => m.Id == body.CorrectsId && m.Direction == body.Direction),
        }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound<Complaint>();
        }
        if (body.MacroId is not null && found.Purpose is null)
        {
            return ComplaintMessageErrors.MacroUnknown;
        }
        if (body.CorrectsId is not null && !found.Corrects)
        {
            return ComplaintMessageErrors.CorrectedUnknown;
        }
        var (complaint, findings) = (found.Complaint, PhraseFindings.None);
        if (body.Direction == MessageDirection.Outgoing && (await Guard(body, ct)).Failed(out var error, out findings))
        {
            return error;
        }
        var written = body.Direction == MessageDirection.Incoming ? complaint.Receive(body.Words, body.Channel, body.CorrectsId, caller.StaffId, now)
            : complaint.Send(Words(body, found.Purpose, found.Repeats, findings), caller.StaffId, now);
        return written.Failed(out error, out var message) ? error
            : new ComplaintMessageTaken(
                db.Keep(complaint, message, caller, now).Id, ComplaintMessageDetails.Of(message), [.. findings.Hits.Where(h => h.Effect != PhraseEffect.Block)], complaint.DeflectionFlags);
    }

    /// <summary>What the guard says, unless it blocks and nobody who may takes that upon themselves. Every list is asked: a text can be in two languages.</summary>
    private async Task<Result<PhraseFindings>> Guard(ComplaintMessageBody body, CancellationToken ct)
    {
        var findings = await guard.Of(db, caller.Tenant.Number, body.Words, null, ct);
        return !findings.Blocked ? findings
            : body.Override is null ? PhraseErrors.BlockedBy(findings, "/words")
            : !caller.May(Permission.PhrasesOverride) ? ComplaintMessageErrors.OverrideMissing : findings;
    }

    private static OutgoingWords Words(ComplaintMessageBody body, MacroPurpose? ofMacro, bool repeats, PhraseFindings findings) =>
        new(body.Words, body.Channel, ofMacro ?? body.Purpose ?? MacroPurpose.Answer)
        {
            MacroId = body.MacroId, MacroVersion = body.MacroVersion, Repeats = repeats, CorrectsId = body.CorrectsId, OverrideReason = findings.Blocked ? body.Override!.Reason : null,
            Overridden = [.. findings.Hits.Where(h => h.Effect == PhraseEffect.Block).Select(h => h.PhraseId).Distinct().Take(100)],
        };
}

internal static class KeepingMessages
{
    public static ComplaintMessage Keep(this ICrmDb db, Complaint complaint, ComplaintMessage message, Caller caller, DateTimeOffset now)
    {
        db.OnlyWhileActive(complaint.CustomerId);
        db.ComplaintMessages.Add(message);
        db.Record(complaint, caller, now);
        return message;
    }
}
