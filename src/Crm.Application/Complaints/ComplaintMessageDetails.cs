using System.Linq.Expressions;
using Crm.Application.Macros;
using Crm.Domain.Complaints;
using Crm.Domain.Macros;
using Crm.Domain.Phrases;

namespace Crm.Application.Complaints;

/// <summary>Words that went to a complainant or came from them. A message never changes, so there is no PUT, PATCH or DELETE (S2-TRANSP-2).</summary>
/// <param name="Id">The message's id.</param>
/// <param name="ComplaintId">The complaint.</param>
/// <param name="Instance">The instance of the complaint.</param>
/// <param name="Direction">Whether it went out or came in.</param>
/// <param name="Channel">On which way.</param>
/// <param name="Words">What it says; empty after the customer was erased.</param>
/// <param name="Purpose">What an outgoing message is for.</param>
/// <param name="MacroId">The macro that it was made of.</param>
/// <param name="MacroVersion">The version of the macro.</param>
/// <param name="CorrectsId">The wrong message that this one corrects.</param>
/// <param name="OverrideReason">Why it went out with words that the phrase guard blocks (S2-PHRASE-1).</param>
/// <param name="Substantive">Whether a person answered with it, the only thing that counts as a response; a policy statement, a survey and an automatic reply do not (S1-DEFLECT-1).</param>
/// <param name="Deflects">Whether the same macro had gone out on this complaint before.</param>
/// <param name="By">Who sent it or wrote it down; null where the customer wrote through the link, or a credential acts for nobody.</param>
/// <param name="At">When.</param>
public sealed record ComplaintMessageDetails(
    MessageId Id, ComplaintId ComplaintId, int Instance, MessageDirection Direction, IntakeChannel Channel, string Words, MacroPurpose? Purpose, MacroId? MacroId, int? MacroVersion,
    MessageId? CorrectsId, string? OverrideReason, bool Substantive, bool Deflects, StaffId? By, DateTimeOffset At)
{
    public const int WordsMaxLength = 3 * ComplaintMessage.WordsMaxLength;
    public const int OverrideReasonMaxLength = 3 * ComplaintMessage.ReasonMaxLength;

    internal static readonly MessageId ExampleId = MessageId.Parse("message_01j00000000000000000000000", null);

    public static readonly ComplaintMessageDetails Example = new(
        ExampleId, ComplaintDetails.ExampleId, 1, MessageDirection.Outgoing, IntakeChannel.Email, ComplaintMessageBody.Example.Words, MacroPurpose.Update,
        MacroDetails.ExampleId, 1, null, null, true, false, ComplaintDetails.ExampleOwner, new(2026, 3, 21, 9, 30, 0, TimeSpan.Zero));

    public static readonly Expression<Func<ComplaintMessage, ComplaintMessageDetails>> Projection = m => new ComplaintMessageDetails(
        m.Id, m.ComplaintId, m.Instance, m.Direction, m.Channel, m.Words, m.Purpose, m.MacroId, m.MacroVersion, m.CorrectsId, m.OverrideReason, m.Substantive, m.Deflects, m.By, m.At);

    internal static ComplaintMessageDetails Of(ComplaintMessage m) => new(
        m.Id, m.ComplaintId, m.Instance, m.Direction, m.Channel, m.Words, m.Purpose, m.MacroId, m.MacroVersion, m.CorrectsId, m.OverrideReason, m.Substantive, m.Deflects, m.By, m.At);
}

/// <summary>A message as it was taken, with what the phrase guard says of it.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Message">The message.</param>
/// <param name="Warnings">Words that are better said otherwise, at most 1000; they did not stop the message.</param>
/// <param name="DeflectionFlags">How often a macro went out on this complaint that had gone out before.</param>
public sealed record ComplaintMessageTaken(MessageId Id, ComplaintMessageDetails Message, IReadOnlyList<PhraseHit> Warnings, int DeflectionFlags)
{
    public static readonly ComplaintMessageTaken Example = new(ComplaintMessageDetails.ExampleId, ComplaintMessageDetails.Example, [], 0);
}
