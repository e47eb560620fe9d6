using System.Runtime.InteropServices;

namespace Crm.Domain.Complaints;

/// <summary>How bad it is for the customer.</summary>
public enum ComplaintSeverity { Low, Medium, High, Critical }

/// <summary>How likely we lose the customer or our name over it.</summary>
public enum ComplaintRisk { Normal, High }

/// <summary>What made severity, priority or risk what they are.</summary>
public enum TriageReason { FreshDefect, Hazard, ProductUnusable, ProductImpaired, ThreatToLeave, ThreatOfPublicity, PublicReview }

/// <summary>
/// Severity, priority and risk as they follow from the intake, each with its reasons. An unusable product that was bought up to seven days before is
/// urgent (S2-URGENT-1); a threat, or that it is public already, raises the severity by one and makes the risk high (S5-RET-2).
/// </summary>
public sealed record Triage(ComplaintSeverity Severity, Priority Priority, ComplaintRisk Risk, IReadOnlyList<TriageReason> Reasons)
{
    /// <param name="receivedOn">The day of receipt, where the tenant is.</param>
    public static Triage Of(ComplaintIntake intake, DateOnly receivedOn, ComplaintRules rules)
    {
        var reasons = new List<TriageReason>();
        var severity = intake.Product?.Condition == ProductCondition.Usable ? ComplaintSeverity.Low : ComplaintSeverity.Medium;
        var priority = Priority.Normal;
        var risk = ComplaintRisk.Normal;
        if (intake.Product?.Condition == ProductCondition.Impaired)
        {
            reasons.Add(TriageReason.ProductImpaired);
        }
        if (intake.Product?.Condition == ProductCondition.Unusable)
        {
            reasons.Add(TriageReason.ProductUnusable);
            severity = ComplaintSeverity.High;
            if (intake.Product.PurchasedOn is { } bought && bought <= receivedOn && receivedOn.DayNumber - bought.DayNumber <= rules.FreshDefectDays)
            {
                reasons.Add(TriageReason.FreshDefect);
                priority = Priority.Urgent;
            }
        }
        if (intake.Hazards.Count > 0)
        {
            reasons.Add(TriageReason.Hazard);
            (severity, priority) = (ComplaintSeverity.High, Priority.Urgent);
        }
        var threats = Threats(intake).ToList();
        if (threats.Count > 0)
        {
            reasons.AddRange(threats);
            severity = severity == ComplaintSeverity.Critical ? severity : severity + 1;
            priority = priority == Priority.Normal ? Priority.High : priority;
            risk = ComplaintRisk.High;
        }
        return new(severity, priority, risk, reasons);
    }

    private static IEnumerable<TriageReason> Threats(ComplaintIntake intake)
    {
        if (intake.ThreatensToLeave)
        {
            yield return TriageReason.ThreatToLeave;
        }
        if (intake.ThreatensPublicity)
        {
            yield return TriageReason.ThreatOfPublicity;
        }
        if (intake.Channel == IntakeChannel.PublicReview)
        {
            yield return TriageReason.PublicReview;
        }
    }
}

/// <summary>The numbers of the practice.</summary>
/// <param name="FreshDefectDays">Up to how many days after the purchase a defect is fresh.</param>
/// <param name="FollowUpAttempts">After how many contacts without an answer a resolved complaint is closed unconfirmed.</param>
/// <param name="ReopenDays">For how many days after its end a complaint is reopened as the same record.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ComplaintRules(int FreshDefectDays, int FollowUpAttempts, int ReopenDays)
{
    public static readonly ComplaintRules Usual = new(7, 3, 14);
}
