namespace Crm.Domain.Policies;

/// <summary>
/// What a clock measures (S3-SPEED-1): until a receipt is confirmed, a human is heard, something is done, an answer of substance goes out, the next
/// message is answered, the customer is told how it stands, a callback is made, a promise is kept, a matter is resolved for the first time and in
/// total, an approval is given, an executive answers.
/// </summary>
public enum Metric
{
    Acknowledgement, FirstHumanContact, FirstAction, FirstResponse, NextResponse, PeriodicUpdate, Callback, Commitment, ResolutionFirst, ResolutionTotal, Approval,
    ExecutiveAnswer,
}

public static class Metrics
{
    /// <summary>Whether no state of the matter ever stops the clock: nobody but us is what these wait for.</summary>
    public static bool NeverPauses(Metric metric) =>
        metric is Metric.Acknowledgement or Metric.FirstHumanContact or Metric.Commitment or Metric.Callback or Metric.ExecutiveAnswer;

    /// <summary>Whether all time counts where a target does not say; else the time in which a calendar is open.</summary>
    public static bool IsElapsed(Metric metric) => metric is Metric.FirstHumanContact or Metric.Callback or Metric.Commitment;
}
