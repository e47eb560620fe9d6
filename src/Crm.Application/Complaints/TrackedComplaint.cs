using Crm.Domain;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>Where a complaint stands, as it concerns the customer.</summary>
public enum CustomerStage { Received, Heard, Offering, Providing, Answered, Confirmed, Unconfirmed, Withdrawn, JoinedToAnother }

/// <summary>Something that happened, as it concerns the customer.</summary>
public enum CustomerStep { Received, Acknowledged, Heard, Apologised, Offered, OfferAccepted, OfferDeclined, OfferWithdrawn, Answered, Asked, Closed, Reopened, Appealed, Withdrawn, ExecutiveCalled, Rated }

/// <summary>A complaint as its customer sees it without a login: nothing of it is an internal word (S2-TRANSP-2).</summary>
/// <param name="Reference">What it is called between people.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="StageText">The same as a sentence, in Persian where the complaint, or else the tenant, speaks Persian, and in English otherwise.</param>
/// <param name="AccountablePerson">What the one person is called who answers for it; null until there is one.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="NextUpdateDueAt">When the customer hears of it next, at the latest; null where nothing runs.</param>
/// <param name="Timeline">What happened, oldest first.</param>
/// <param name="Messages">What was written, oldest first; at most 400. A wrong message stays beside its correction.</param>
/// <param name="Offers">What was offered, at most 50.</param>
/// <param name="Resolution">What was decided; null until then, and after it was opened again.</param>
/// <param name="MayCallExecutive">Whether the executive can be called.</param>
/// <param name="MayTellOutcome">Whether we are waiting to hear if it is solved.</param>
/// <param name="MayReopen">Whether it is closed and telling that it is not solved still opens it again, 14 days from its end; after that another complaint is due.</param>
public sealed record TrackedComplaint(
    string Reference, CustomerStage Stage, string StageText, string? AccountablePerson, DateTimeOffset ReceivedAt, DateTimeOffset? NextUpdateDueAt, IReadOnlyList<TrackedStep> Timeline,
    IReadOnlyList<TrackedMessage> Messages, IReadOnlyList<TrackedOffer> Offers, TrackedResolution? Resolution, bool MayCallExecutive, bool MayTellOutcome, bool MayReopen)
{
    public const int ReferenceMaxLength = ComplaintReference.Length;
    public const int StageTextMaxLength = 200;
    public const int AccountablePersonMaxLength = 3 * ComplaintIntake.NameMaxLength;

    public static readonly TrackedComplaint Example = new(
        "K7Q2-9MXA-3", CustomerStage.Offering, CustomerWords.Of(CustomerStage.Offering, "fa"), "سارا", ExampleTime, ExampleTime.AddDays(3),
        [new(CustomerStep.Received, ExampleTime), new(CustomerStep.Acknowledged, ExampleTime.AddMinutes(1))],
        [new(ComplaintMessageDetails.ExampleId, MessageDirection.Outgoing, IntakeChannel.Email, ComplaintMessageBody.Example.Words, null, ExampleTime.AddHours(1))],
        [new(OfferId.Parse("offer_01j00000000000000000000000", null), "A new kettle", [new(RemedyKind.Replacement, "A new kettle", null, null)], ExampleTime.AddDays(14), OfferState.Proposed, true)],
        null, true, false, false);

    private static DateTimeOffset ExampleTime => new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
}

/// <summary>Something that happened.</summary>
/// <param name="Step">What.</param>
/// <param name="At">When.</param>
public sealed record TrackedStep(CustomerStep Step, DateTimeOffset At);

/// <summary>What one wrote to the other.</summary>
/// <param name="Id">The message's id, by which a correction names it.</param>
/// <param name="Direction">Outgoing is from us.</param>
/// <param name="Channel">On which way.</param>
/// <param name="Words">What it says; at most 60,000 characters.</param>
/// <param name="CorrectsId">The wrong message that this one corrects.</param>
/// <param name="At">When.</param>
public sealed record TrackedMessage(MessageId Id, MessageDirection Direction, IntakeChannel Channel, string Words, MessageId? CorrectsId, DateTimeOffset At)
{
    public const int WordsMaxLength = ComplaintMessageDetails.WordsMaxLength;
}

/// <summary>An offer.</summary>
/// <param name="Id">The offer's id.</param>
/// <param name="Text">What is offered.</param>
/// <param name="Remedies">What it is made of.</param>
/// <param name="ValidUntil">Until when it can be accepted.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MayAnswer">Whether it can be accepted or declined now.</param>
public sealed record TrackedOffer(OfferId Id, string Text, IReadOnlyList<TrackedRemedy> Remedies, DateTimeOffset ValidUntil, OfferState State, bool MayAnswer)
{
    public const int TextMaxLength = 3 * Offer.TextMaxLength;
}

/// <summary>One thing that is offered.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What exactly.</param>
/// <param name="Amount">How much money.</param>
/// <param name="Points">How many points.</param>
public sealed record TrackedRemedy(RemedyKind Kind, string Text, Money? Amount, long? Points)
{
    public const int TextMaxLength = 3 * OfferedRemedy.TextMaxLength;
}

/// <summary>What was decided.</summary>
/// <param name="Kind">How it ends.</param>
/// <param name="Words">What the customer was written about it: the last closing message since; null where there is none.</param>
/// <param name="At">When.</param>
public sealed record TrackedResolution(ResolutionKind Kind, string? Words, DateTimeOffset At)
{
    public const int WordsMaxLength = ComplaintMessageDetails.WordsMaxLength;
}

/// <summary>What customers are told, in their words and not in ours.</summary>
internal static class CustomerWords
{
    public static CustomerStage StageOf(Complaint complaint) => complaint.Stage switch
    {
        ComplaintStage.Received or ComplaintStage.Acknowledged => CustomerStage.Received,
        ComplaintStage.Assessed or ComplaintStage.Hearing => CustomerStage.Heard,
        ComplaintStage.Leading => CustomerStage.Offering,
        ComplaintStage.Providing => CustomerStage.Providing,
        ComplaintStage.Resolved or ComplaintStage.Verifying => CustomerStage.Answered,
        ComplaintStage.ClosedConfirmed => CustomerStage.Confirmed,
        ComplaintStage.ClosedUnconfirmed => CustomerStage.Unconfirmed,
        ComplaintStage.WithdrawnByCustomer => CustomerStage.Withdrawn,
        _ => CustomerStage.JoinedToAnother,
    };

    /// <summary>What of a complaint's log concerns the customer; null where it does not.</summary>
    public static CustomerStep? StepOf(ComplaintEventKind kind) => kind switch
    {
        ComplaintEventKind.Filed => CustomerStep.Received,
        ComplaintEventKind.Acknowledged => CustomerStep.Acknowledged,
        ComplaintEventKind.HearingCompleted => CustomerStep.Heard,
        ComplaintEventKind.Apologised => CustomerStep.Apologised,
        ComplaintEventKind.OfferMade or ComplaintEventKind.OfferApproved => CustomerStep.Offered,
        ComplaintEventKind.OfferAccepted => CustomerStep.OfferAccepted,
        ComplaintEventKind.OfferDeclined => CustomerStep.OfferDeclined,
        ComplaintEventKind.OfferWithdrawn => CustomerStep.OfferWithdrawn,
        ComplaintEventKind.Resolved => CustomerStep.Answered,
        ComplaintEventKind.FollowedUp => CustomerStep.Asked,
        ComplaintEventKind.ClosedConfirmed or ComplaintEventKind.ClosedUnconfirmed or ComplaintEventKind.MarkedDuplicate => CustomerStep.Closed,
        ComplaintEventKind.Reopened => CustomerStep.Reopened,
        ComplaintEventKind.Appealed => CustomerStep.Appealed,
        ComplaintEventKind.Withdrawn => CustomerStep.Withdrawn,
        ComplaintEventKind.ExecutiveCalled => CustomerStep.ExecutiveCalled,
        ComplaintEventKind.OutcomeRated => CustomerStep.Rated,
        _ => null,
    };

    public static string Of(CustomerStage stage, string language)
    {
        var (english, persian) = stage switch
        {
            CustomerStage.Received => ("We have your complaint, and somebody is looking at it.", "شکایت شما به ما رسیده است و کسی آن را بررسی می‌کند."),
            CustomerStage.Heard => ("We are listening to you and finding out what happened.", "داریم به شما گوش می‌دهیم و روشن می‌کنیم چه رخ داده است."),
            CustomerStage.Offering => ("We are looking for what puts it right for you.", "در جست‌وجوی راهی هستیم که کار را برای شما درست کند."),
            CustomerStage.Providing => ("We are doing what we promised you.", "داریم به آنچه به شما قول داده‌ایم عمل می‌کنیم."),
            CustomerStage.Answered => ("You have our answer. Please tell us whether it is solved.", "پاسخ ما به شما رسیده است. لطفاً بگویید که آیا حل شده است."),
            CustomerStage.Confirmed => ("You told us that it is solved. Thank you.", "به ما گفتید که حل شده است. سپاسگزاریم."),
            CustomerStage.Unconfirmed => ("We could not reach you to ask whether it is solved. Write to us if it is not.", "نتوانستیم از شما بپرسیم که آیا حل شده است. اگر نشده، برایمان بنویسید."),
            CustomerStage.Withdrawn => ("You took your complaint back.", "شکایت خود را پس گرفتید."),
            _ => ("We go on with this in your other complaint.", "این شکایت را در شکایت دیگر شما پی می‌گیریم."),
        };
        return language.StartsWith("fa", StringComparison.OrdinalIgnoreCase) ? persian : english;
    }
}
