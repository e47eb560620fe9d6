using Crm.Domain.Customers;
using Crm.Domain.KeyAccounts;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.KeyAccounts;

internal sealed class KeyAccountConfiguration : IEntityTypeConfiguration<KeyAccount>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<KeyAccount> builder)
    {
        builder.ToTable("KeyAccounts");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Added).Ignore(x => x.Terms);
        builder.Property(x => x.Tier).HasMaxLength(AccountTerms.TierMaxLength).IsUnicode(false);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Reason).HasMaxLength(3 * AccountTerms.ReasonMaxLength);
        builder.Property(x => x.EndReason).HasMaxLength(3 * AccountTerms.ReasonMaxLength);
        builder.Property(x => x.Team).HasJson();
        builder.Property(x => x.Cadence).HasJson();
        builder.TenantIndex(nameof(KeyAccount.Slot)).IsUnique();
        builder.TenantIndex(nameof(KeyAccount.CustomerId), nameof(KeyAccount.EndedAt), nameof(KeyAccount.Tier), nameof(KeyAccount.Id));
        builder.TenantIndex(nameof(KeyAccount.EndedAt), nameof(KeyAccount.Tier), nameof(KeyAccount.CustomerId));
        builder.TenantIndex(nameof(KeyAccount.ManagerId), nameof(KeyAccount.Id));
        builder.TenantIndex(nameof(KeyAccount.SponsorId), nameof(KeyAccount.Id));
        builder.TenantIndex(nameof(KeyAccount.ReviewOn), nameof(KeyAccount.Id));
        builder.References<KeyAccount, Customer>(nameof(KeyAccount.CustomerId));
        builder.ErasedWithCustomer(nameof(KeyAccount.Reason), nameof(KeyAccount.EndReason));
        builder.FollowsMergeItselfWithout(nameof(KeyAccount.EndedAt));
        builder.References<KeyAccount, StaffMember>(nameof(KeyAccount.ManagerId));
        builder.References<KeyAccount, StaffMember>(nameof(KeyAccount.SponsorId));
    }
}

internal sealed class KeyAccountEventConfiguration : IEntityTypeConfiguration<KeyAccountEvent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<KeyAccountEvent> builder)
    {
        builder.ToTable("KeyAccountEvents");
        builder.OnlyAdded();
        builder.OfTenant(nameof(KeyAccountEvent.KeyAccountId), nameof(KeyAccountEvent.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Note).HasMaxLength(3 * AccountTerms.ReasonMaxLength);
        builder.Property(x => x.Tier).HasMaxLength(AccountTerms.TierMaxLength).IsUnicode(false);
        builder.References<KeyAccountEvent, KeyAccount>(nameof(KeyAccountEvent.KeyAccountId));
        builder.References<KeyAccountEvent, StaffMember>(nameof(KeyAccountEvent.By));
        builder.References<KeyAccountEvent, StaffMember>(nameof(KeyAccountEvent.ManagerId));
        builder.References<KeyAccountEvent, StaffMember>(nameof(KeyAccountEvent.SponsorId));
        builder.ErasedWithCustomer(nameof(KeyAccountEvent.Note));
    }
}

internal sealed class StakeholderConfiguration : IEntityTypeConfiguration<Stakeholder>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Stakeholder> builder)
    {
        builder.ToTable("Stakeholders");
        builder.OfTenant(nameof(Stakeholder.KeyAccountId), nameof(Stakeholder.CustomerId));
        builder.References<Stakeholder, KeyAccount>(nameof(Stakeholder.KeyAccountId));
        builder.References<Stakeholder, Customer>(nameof(Stakeholder.CustomerId));
        builder.References<Stakeholder, Customer>(nameof(Stakeholder.ReportsToId));
        builder.ErasedWithCustomer(ErasureRule.Delete);
    }
}

internal sealed class HealthEntryConfiguration : IEntityTypeConfiguration<HealthEntry>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<HealthEntry> builder)
    {
        builder.ToTable("HealthEntries");
        builder.OnlyAdded();
        builder.OfTenant(nameof(HealthEntry.KeyAccountId), nameof(HealthEntry.At));
        builder.Property(x => x.At).ValueGeneratedNever();
        builder.Property(x => x.Findings).HasJson();
        builder.References<HealthEntry, KeyAccount>(nameof(HealthEntry.KeyAccountId));
    }
}

internal sealed class HealthScaleConfiguration : IEntityTypeConfiguration<HealthScale>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<HealthScale> builder)
    {
        builder.ToTable("HealthScales");
        builder.AggregateOfTenant();
        builder.Property(x => x.Weights).HasJson();
    }
}
