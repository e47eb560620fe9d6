using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Infrastructure;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Architecture.Tests;

/// <summary>Whatever refers to a customer is merged, erased and exported with it; a feature cannot forget to say how.</summary>
public sealed class CustomerReferenceTests
{
    private static readonly IModel Model = new SqliteCrmDbContext(new DbContextOptionsBuilder<SqliteCrmDbContext>().UseSqlite("Data Source=:memory:").Options).Model;
    private static IReadOnlyList<CustomerReference> References => CustomerReference.Of(Model);

    [Fact]
    public void Every_table_that_refers_to_a_customer_declares_what_an_erasure_does_to_it()
    {
        Assert.Contains(References, r => r.Name == "LifecycleChanges.CustomerId");
        Assert.All(References, r => Assert.True(r.Declared is not null, $"{r.Entity.ShortName()} refers to customers and lacks ErasedWithCustomer(…) in its configuration."));
    }

    /// <summary>Texts that say nothing about a person: codes, and references to records.</summary>
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "Consent.Purpose", "TimelineEntry.Type", "TimelineEntry.ResourceId",
        "Callback.TimeZone", "CallbackEvent.TimeZone", "Clock.Facts", "Clock.PausedIn", "Clock.Rungs", "Clock.Subject",
        "WorkItem.Subject", "WorkItem.RequiredSkill", "WorkItem.Language", "WorkEvent.Reasons", "Notification.Kind", "Notification.Subject",
        "Complaint.Reference", "Complaint.Category", "Complaint.Language", "Complaint.CauseCode", "Complaint.TriageReasons", "StatementPart.Language", "ComplaintRemedy.Currency",
        "Purchase.Currency", "Purchase.ChannelCode", "Referral.SourceCode", "PurchaseReturn.Lines",
        "Gesture.CostCurrency", "Gesture.Concerns", "Member.Counters", "Member.TierCode", "Lot.Subject", "Lot.RuleCode", "LedgerEntry.SourceKey", "LedgerEntry.RuleCode", "LedgerEntry.Subject",
        "ValueEntry.Currency", "ValueEntry.Source",
        "Complaint.Reference", "Complaint.Category", "Complaint.Language", "Complaint.CauseCode", "Complaint.TriageReasons", "StatementPart.Language", "ComplaintRemedy.Currency", "RemedyGrant.Currency",
        "Complaint.Reference", "Complaint.Category", "Complaint.Language", "Complaint.CauseCode", "Complaint.TriageReasons", "StatementPart.Language", "ComplaintRemedy.Currency", "RemedyGrant.Currency", "Complaint.Booked", "Complaint.Recurrences",
        "ValueEntry.Currency", "ValueEntry.Source", "KeyAccount.Tier", "KeyAccount.Team", "KeyAccount.Cadence", "KeyAccountEvent.Tier",
        "RelationshipPlan.Told", "HealthEntry.Findings", "AfterSaleCheck.Source",
    };

    [Fact]
    public void Every_text_below_a_customer_is_deleted_or_emptied_by_an_erasure()
    {
        var below = new HashSet<IEntityType>();
        Add(Model.FindEntityType(typeof(Customer))!);
        Assert.Contains(below, e => e.ClrType == typeof(InteractionCorrection));
        // The customer itself is emptied by its aggregate, and so is every external id.
        Assert.All(below.Where(e => e.ClrType != typeof(Customer)), entity =>
        {
            var reference = References.FirstOrDefault(r => r.Entity == entity);
            if (reference?.Declared == nameof(ErasureRule.Delete))
            {
                return;
            }
            var reached = reference is not null || References.SelectMany(r => r.Below).Any(k => k.DeclaringEntityType == entity);
            var emptied = reached ? CustomerReference.BlankedIn(entity).ToList() : [];
            var left = entity.GetProperties().Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string)
                && !(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum && p.Name != nameof(AggregateRoot.ExternalId)
                && !emptied.Contains(p) && !Codes.Contains($"{entity.ShortName()}.{p.Name}"));
            Assert.True(!left.Any(), $"An erasure leaves {entity.ShortName()}.{string.Join(", ", left.Select(p => p.Name))}: name it in ErasedWithCustomer(…).");
        });

        void Add(IEntityType entity)
        {
            if (below.Add(entity))
            {
                entity.GetReferencingForeignKeys().Select(k => k.DeclaringEntityType).ToList().ForEach(Add);
            }
        }
    }

    [Fact]
    public void Every_emptied_member_exists_and_has_an_empty_value() =>
        Assert.All(References, r => Assert.All(r.Blanked, m => _ = CustomerReference.BlankOf(m)));

    [Fact]
    public void Every_row_that_moves_is_named_by_a_short_key() =>
        Assert.All(References.Where(r => r.Moves), r => Assert.InRange(r.RowKey.Count, 0, 2));

    [Fact]
    public void No_row_that_moves_is_referred_to_by_the_customer_in_its_key() =>
        Assert.All(References.Where(r => r.Moves), r => Assert.DoesNotContain(r.Entity.GetReferencingForeignKeys(), k => k.PrincipalKey.Properties.Contains(r.Member)));

    [Fact]
    public void What_is_deleted_with_a_customer_is_referred_to_by_nothing_that_stays() =>
        Assert.All(References.Where(r => r.Declared == nameof(ErasureRule.Delete)), r => Assert.All(r.Entity.GetReferencingForeignKeys(), k =>
            Assert.Contains(References, o => o.Entity == k.DeclaringEntityType && o.Declared == nameof(ErasureRule.Delete))));
}
