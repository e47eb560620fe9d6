using System.Globalization;

namespace Crm.Domain.Complaints;

/// <summary>By what complaints are counted.</summary>
public enum FigureDimension { All, Category, Channel, Owner, Cause, Severity }

/// <summary>What a complaint counts for, and where.</summary>
/// <param name="Day">The day of its receipt, where the tenant is.</param>
/// <param name="Category">The code of what it is about; empty where it has none.</param>
/// <param name="Channel">On which way it came.</param>
/// <param name="Owner">Who answers for it; empty where nobody does.</param>
/// <param name="Cause">The code of its cause; empty until it is resolved.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Counts">A set of <see cref="Figures"/>, as it is written.</param>
public sealed record BookedFigures(DateOnly Day, string Category, string Channel, string Owner, string Cause, string Severity, string Counts)
{
    public string Of(FigureDimension dimension) => dimension switch
    {
        FigureDimension.Category => Category,
        FigureDimension.Channel => Channel,
        FigureDimension.Owner => Owner,
        FigureDimension.Cause => Cause,
        FigureDimension.Severity => Severity,
        _ => "",
    };
}

/// <summary>How the counts of one cell change.</summary>
public sealed record FigureChange(FigureDimension Dimension, string Value, int Period, Figures Change)
{
    /// <summary>What changes where a complaint counted for one thing before and counts for another now: the cells of its day and of its month, in each dimension.</summary>
    public static IReadOnlyList<FigureChange> Between(BookedFigures? before, BookedFigures now)
    {
        var changes = new List<FigureChange>();
        if (before == now)
        {
            return changes;
        }
        foreach (var dimension in Enum.GetValues<FigureDimension>())
        {
            var (stood, stands) = (before?.Of(dimension), now.Of(dimension));
            if (stood == stands)
            {
                Change(dimension, stands, Figures.Parse(now.Counts).Add(before!.Counts, -1));
                continue;
            }
            if (before is not null)
            {
                Change(dimension, stood!, new Figures().Add(before.Counts, -1));
            }
            Change(dimension, stands, Figures.Parse(now.Counts));
        }
        return changes;

        void Change(FigureDimension dimension, string value, Figures change)
        {
            if (!change.IsEmpty)
            {
                changes.Add(new(dimension, value, FigurePeriod.OfDay(now.Day), change));
                changes.Add(new(dimension, value, FigurePeriod.OfMonth(now.Day), change));
            }
        }
    }
}

/// <summary>Days and months as numbers, such as 20260321 and 202603.</summary>
public static class FigurePeriod
{
    public static int OfDay(DateOnly day) => (OfMonth(day) * 100) + day.Day;

    public static int OfMonth(DateOnly day) => (day.Year * 100) + day.Month;

    /// <summary>The fewest that cover all days from the first to the last: whole months, and the days before and after them.</summary>
    public static IReadOnlyList<int> Covering(DateOnly first, DateOnly last)
    {
        var periods = new List<int>();
        for (var day = first; day <= last;)
        {
            var next = day.AddDays(1 - day.Day).AddMonths(1);
            if (day.Day == 1 && next.AddDays(-1) <= last)
            {
                periods.Add(OfMonth(day));
                day = next;
            }
            else
            {
                periods.Add(OfDay(day));
                day = day.AddDays(1);
            }
        }
        return periods;
    }
}

/// <summary>What a complaint counts for in statistics: a pure function of it, so that each save can book how that changed.</summary>
public sealed partial class Complaint
{
    /// <summary>The day of its receipt, where the tenant is.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>When one of ours first spoke with the customer.</summary>
    public DateTimeOffset? FirstContactAt { get; private set; }

    /// <summary>Since when the customer waits for an answer of substance; null where nothing of theirs is unanswered.</summary>
    public DateTimeOffset? UnansweredSince { get; private set; }
    public bool Unanswered { get; private set; }

    /// <summary>How often it went from one owner to another, appeals apart.</summary>
    public int Transfers { get; private set; }

    /// <summary>What is booked of it already.</summary>
    public BookedFigures? Booked { get; private set; }

    public BookedFigures ToBook() => new(
        ReceivedOn, Category ?? "", Word(Channel), OwnerId?.ToString() ?? "", CauseCode ?? "", Word(Severity), Count().ToString());

    private Figures Count()
    {
        var figures = new Figures().Count(Figure.Received);
        Count(FirstResolvedAt is not null, Figure.Resolved);
        Count(ReopenCount > 0, Figure.Reopened);
        Count(FirstHandlerId is not null, Figure.Appealed);
        Count(Stage == ComplaintStage.WithdrawnByCustomer, Figure.Withdrawn);
        Count(Stage == ComplaintStage.Duplicate, Figure.Duplicate);
        Count(Stage == ComplaintStage.ClosedConfirmed, Figure.ClosedConfirmed);
        Count(Stage == ComplaintStage.ClosedUnconfirmed, Figure.ClosedUnconfirmed);
        Count(Unanswered, Figure.Unanswered);
        Count(DeflectionFlags > 0, Figure.Deflected);
        Count(Transfers > 1, Figure.Bounced);
        Count(ExecutiveCalledAt is not null, Figure.ExecutiveCalled);
        Count(ExecutiveAnsweredAt is not null, Figure.ExecutiveAnswered);
        figures.Count(Figure.Transfers, Transfers);
        if (FirstContactAt is { } contact)
        {
            figures.Count(Step(Figure.Contact, (contact - ReceivedAt).TotalSeconds));
        }
        if (ExecutiveAnsweredAt is { } answered)
        {
            figures.Count(Step(Figure.ExecutiveAnswer, (answered - ExecutiveCalledAt!.Value).TotalSeconds));
        }
        if (FirstResolvedAt is { } resolved)
        {
            figures.Count(Step(Figure.Resolution, (resolved - ReceivedAt).TotalSeconds)).Count(Figure.HelpCompleted, HelpCompleted).Count(Figure.HelpRequired, HelpRequired);
        }
        if (Expectation is { } outcome)
        {
            figures.Count(Figure.Expectation + Word(outcome));
        }
        foreach (var remedy in Leading.Offers.Where(o => o.State == OfferState.Accepted).SelectMany(o => o.Remedies))
        {
            figures.Count(Step($"{Figure.Remedy}{Word(remedy.Kind)}:{remedy.Amount?.Currency}:", remedy.Amount?.Amount ?? remedy.Points ?? 0));
        }
        return figures;

        void Count(bool applies, string code)
        {
            if (applies)
            {
                figures.Count(code);
            }
        }

        static string Step(string code, double value) => code + LogScale.StepOf(value).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Contact and answers, as the steps tell them.</summary>
    private void FollowWaiting(ComplaintEvent step)
    {
        if (step.Channel is not null && step.MeetsCustomer())
        {
            FirstContactAt ??= step.At;
        }
        Transfers += step.Kind == ComplaintEventKind.OwnerChanged && step.Details.ContainsKey("former") ? 1 : 0;
        if (IsClosed || step.Answers() || step.Kind == ComplaintEventKind.Resolved)
        {
            UnansweredSince = null;
        }
        else if (step.Kind is ComplaintEventKind.Filed or ComplaintEventKind.MessageReceived or ComplaintEventKind.Reopened or ComplaintEventKind.Appealed)
        {
            UnansweredSince ??= step.Kind == ComplaintEventKind.Filed ? ReceivedAt : step.At;
        }
        Unanswered = UnansweredSince is not null;
    }
}
