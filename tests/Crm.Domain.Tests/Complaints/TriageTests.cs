using Crm.Domain.Complaints;

namespace Crm.Domain.Tests.Complaints;

public sealed class TriageTests
{
    private static readonly DateOnly Today = new(2026, 3, 21);

    [Theory]
    [Trait("Requirement", "S2-URGENT-1")]
    [InlineData(0, ProductCondition.Unusable, Priority.Urgent)]
    [InlineData(3, ProductCondition.Unusable, Priority.Urgent)]
    [InlineData(7, ProductCondition.Unusable, Priority.Urgent)]
    [InlineData(8, ProductCondition.Unusable, Priority.Normal)]
    [InlineData(-1, ProductCondition.Unusable, Priority.Normal)]
    [InlineData(3, ProductCondition.Impaired, Priority.Normal)]
    public void An_unusable_product_is_urgent_for_seven_days(int daysAgo, ProductCondition condition, Priority priority) =>
        Assert.Equal(priority, Of(new() { Channel = IntakeChannel.Web, Product = new("Kettle", null, Today.AddDays(-daysAgo), condition) }).Priority);

    [Fact]
    [Trait("Requirement", "S5-RET-2")]
    public void Every_threat_raises_the_severity_by_one_and_the_risk_with_its_reason()
    {
        foreach (var condition in Enum.GetValues<ProductCondition>())
        {
            var calm = new ComplaintIntake { Channel = IntakeChannel.Web, Product = new(Condition: condition) };
            var before = Of(calm);
            Assert.Equal(ComplaintRisk.Normal, before.Risk);
            foreach (var (threat, reason) in new[]
            {
                (calm with { ThreatensToLeave = true }, TriageReason.ThreatToLeave), (calm with { ThreatensPublicity = true }, TriageReason.ThreatOfPublicity),
                (calm with { Channel = IntakeChannel.PublicReview }, TriageReason.PublicReview),
            })
            {
                var after = Of(threat);
                Assert.Equal((before.Severity + 1, ComplaintRisk.High, Priority.High), (after.Severity, after.Risk, after.Priority));
                Assert.Equal([.. before.Reasons, reason], after.Reasons);
            }
            var both = Of(calm with { ThreatensToLeave = true, ThreatensPublicity = true, Channel = IntakeChannel.PublicReview });
            Assert.Equal((before.Severity + 1, before.Reasons.Count + 3), (both.Severity, both.Reasons.Count));
        }
    }

    [Fact]
    public void What_is_dangerous_is_urgent() =>
        Assert.Equal((ComplaintSeverity.High, Priority.Urgent), Of(new() { Channel = IntakeChannel.Web, Hazards = ["Sparks"] }) is var t ? (t.Severity, t.Priority) : default);

    private static Triage Of(ComplaintIntake intake) => Triage.Of(intake, Today, ComplaintRules.Usual);
}
