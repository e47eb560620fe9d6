using Crm.Application.Customers;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>What every step of a complaint leaves behind.</summary>
internal static class ComplaintRecords
{
    /// <summary>Adds the steps of this unit of work to the log, and tells the customer's timeline.</summary>
    /// <param name="recorded">How many of them were recorded before in this unit of work.</param>
    public static void Record(this ICrmDb db, Complaint complaint, Caller caller, DateTimeOffset now, int recorded = 0)
    {
        db.Append(complaint.Added.Skip(recorded));
        if (complaint.CustomerId is not { } customer)
        {
            return;
        }
        foreach (var happened in complaint.Added.Skip(recorded))
        {
            db.Tell(caller, customer, "complaint." + Word(happened.Kind), complaint.ResourceId, now, new ComplaintSummary(complaint.Reference, happened.Channel, complaint.Stage));
        }
    }

    /// <summary>The name of the kind in snake case, as types of events are.</summary>
    private static string Word(ComplaintEventKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private sealed record ComplaintSummary(string Reference, IntakeChannel? Channel, ComplaintStage Stage);
}
