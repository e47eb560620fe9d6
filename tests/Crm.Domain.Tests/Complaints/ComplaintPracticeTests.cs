using Crm.Domain.Complaints;

namespace Crm.Domain.Tests.Complaints;

/// <summary>
/// Random ways through the practice, taken by the aggregate and by an independent model at once: each step is accepted by both or refused by both for the
/// same reason, and both stand at the same place afterwards.
/// </summary>
[Trait("Requirement", "S1-HELP-1")]
[Trait("Requirement", "S1-HELP-3")]
[Trait("Requirement", "S1-HELP-9")]
public sealed class ComplaintPracticeTests
{
    private const int Ways = 3_000;
    private const int Steps = 60;

    [Fact]
    public void Aggregate_and_model_agree_on_every_step_of_every_way()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var stages = new HashSet<ComplaintStage>();
        var highest = 0;
        for (var seed = 0; seed < Ways; seed++)
        {
            var way = new ComplaintWay(seed);
            for (var step = 0; step < Steps; step++)
            {
                var (action, actual, expected) = way.Step();
                Assert.True(actual == expected && way.Complaint.Stage.ToString() == way.Model.Stage,
                    $"Way {seed}, step {step}, {action}: {actual ?? "accepted"} at {way.Complaint.Stage}, but the model says {expected ?? "accepted"} at {way.Model.Stage}.\n{string.Join('\n', way.Told)}");
                codes.Add(actual ?? "accepted");
                stages.Add(way.Complaint.Stage);
            }
            highest = Math.Max(highest, way.Complaint.Instance);
            Assert.Equal(way.Model.Instance, way.Complaint.Instance);
            AssertLog(way.Complaint);
        }
        // The ways lead everywhere: every stage, and every reason to refuse that a way can meet.
        Assert.Equal(Enum.GetValues<ComplaintStage>().Order(), stages.Order());
        Assert.True(highest > 3);
        var met = typeof(ComplaintErrors).GetFields().Select(f => ((Error)f.GetValue(null)!).Code).Except(NeverMet);
        Assert.Empty(met.Except(codes));
    }

    /// <summary>What needs more than a way has: fifty offers, a thousand steps, an answer of the store.</summary>
    private static readonly string[] NeverMet =
    [
        "complaint.too_many_offers", "complaint.too_many_steps", "owner_unknown", "target_unknown", "complaint_unknown", "reference_invalid", "complaint.nobody_impartial",
    ];

    /// <summary>The permitted actions are those that are not refused for their order: tried one by one on the complaint as it stands.</summary>
    [Fact]
    public void What_is_permitted_next_is_what_is_not_refused()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            for (var length = 0; length < 45; length += 3)
            {
                var permitted = Way(seed, length).Complaint.NextActions().Select(a => a.Action).ToHashSet();
                foreach (var action in ComplaintWay.Ordered)
                {
                    var way = Way(seed, length);
                    var refusal = way.Try(action);
                    Assert.True(refusal is null == permitted.Contains(action), $"Way {seed} after {length}: {action} is {(permitted.Contains(action) ? "" : "not ")}permitted, but {refusal ?? "accepted"}.");
                }
            }
        }

        static ComplaintWay Way(int seed, int length)
        {
            var way = new ComplaintWay(seed);
            for (var step = 0; step < length; step++)
            {
                way.Step();
            }
            return way;
        }
    }

    private static void AssertLog(Complaint complaint)
    {
        Assert.Equal(Enumerable.Range(1, complaint.EventCount), complaint.Added.Select(e => e.Number));
        Assert.Equal(complaint.Instance - 1, complaint.Added.Count(e => e.Kind is ComplaintEventKind.Reopened or ComplaintEventKind.Appealed));
        Assert.InRange(complaint.HelpCompleted, 0, complaint.HelpRequired);
        Assert.InRange(complaint.Added.Count(e => e.Kind == ComplaintEventKind.Acknowledged), 0, 1);
        // In each instance empathy stands before the apology, and both before every offer.
        foreach (var instance in complaint.Added.GroupBy(e => e.Instance).Select(g => g.ToList()))
        {
            int First(ComplaintEventKind kind) => instance.FindIndex(e => e.Kind == kind) is var i && i < 0 ? int.MaxValue : i;
            var (heard, empathy, apology, desired, offer) = (First(ComplaintEventKind.HearingCompleted), First(ComplaintEventKind.EmpathyShown), First(ComplaintEventKind.Apologised),
                First(ComplaintEventKind.DesiredOutcomeRecorded), First(ComplaintEventKind.OfferMade));
            Assert.True(heard <= empathy && empathy <= apology && apology <= desired && desired <= offer && apology <= First(ComplaintEventKind.Resolved));
        }
    }
}
