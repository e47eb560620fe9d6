namespace Crm.Domain.Complaints;

/// <summary>HEAR and EMPATHISE.</summary>
public sealed partial class Complaint
{
    public const int NeedMaxLength = 5_000;
    public const int WordsMaxLength = 5_000;

    /// <summary>Adds what the complainant says further, verbatim. It is heard until the complaint is closed, and ends waiting for the customer.</summary>
    public Result<StatementPart> AddStatement(
        string words, StatementAuthor author, IntakeChannel channel, string? language, IReadOnlyList<StatementAttachment> attachments, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.AddStatement, by) is { } refusal)
        {
            return refusal;
        }
        var part = Part(++StatementParts, words, author, channel, language, attachments, by, now);
        Happen(ComplaintEventKind.StatementAdded, by, now, channel, ("part", part.Number), ("author", author));
        Raise(new ComplaintStatementAdded(Id, part.Number));
        if (author != StatementAuthor.ThirdParty && WaitingFor == Complaints.WaitingFor.Customer)
        {
            EndWaiting(by, now);
        }
        return part;
    }

    /// <summary>Records that the customer was heard to the end.</summary>
    public Result CompleteHearing(IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.CompleteHearing, by) is { } refusal)
        {
            return refusal;
        }
        Heard = Hearing with { CompletedAt = now, CompletedBy = by };
        Stage = ComplaintStage.Hearing;
        Happen(ComplaintEventKind.HearingCompleted, by, now, channel);
        Raise(new ComplaintHeard(Id, Instance));
        return Result.Done;
    }

    /// <summary>Records that the need was said back to the customer, and whether they confirmed it. What they corrected is played back again (S1-HELP-2).</summary>
    public Result PlayBack(string statedNeed, string understoodNeed, PlaybackAnswer answer, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.PlayBack, by) is { } refusal)
        {
            return refusal;
        }
        var playback = new Playback(FoldedText.Nfc(statedNeed), FoldedText.Nfc(understoodNeed), answer, channel, by, now);
        Heard = Hearing with { Playback = playback };
        Happen(ComplaintEventKind.PlayedBack, by, now, channel, ("statedNeed", playback.StatedNeed), ("understoodNeed", playback.UnderstoodNeed), ("answer", answer));
        Raise(new ComplaintPlayedBack(Id, answer));
        return Result.Done;
    }

    /// <summary>Records the words of empathy. They come before an apology, which sounds hollow without (S1-HELP-3).</summary>
    public Result Empathise(string words, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Empathise, by) is { } refusal)
        {
            return refusal;
        }
        var shown = new EmpathyShown(FoldedText.Nfc(words), channel, by, now);
        Heard = Hearing with { Empathy = Hearing.Empathy ?? shown };
        Happen(ComplaintEventKind.EmpathyShown, by, now, channel, ("words", shown.Words));
        Raise(new ComplaintEmpathised(Id));
        return Result.Done;
    }

    /// <summary>Records the apology. Whether it admits a fault is apart from its words, and it counts without (S1-HELP-3).</summary>
    public Result Apologise(string words, bool admitsFault, IntakeChannel channel, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Apologise, by) is { } refusal)
        {
            return refusal;
        }
        var made = new ApologyMade(FoldedText.Nfc(words), admitsFault, channel, by, now);
        Heard = Hearing with { Apology = made };
        Happen(ComplaintEventKind.Apologised, by, now, channel, ("words", made.Words), ("admitsFault", admitsFault));
        Raise(new ComplaintApologised(Id, admitsFault));
        return Result.Done;
    }

    private StatementPart Part(
        int number, string words, StatementAuthor author, IntakeChannel channel, string? language, IReadOnlyList<StatementAttachment> attachments, StaffId? by, DateTimeOffset now) => new()
        {
            ComplaintId = Id,
            Number = number,
            Author = author,
            Channel = channel,
            Language = language,
            Words = FoldedText.Nfc(words),
            Attachments = [.. attachments.Select(a => a with { Name = FoldedText.Nfc(a.Name) })],
            At = now,
            By = by,
        };
}
