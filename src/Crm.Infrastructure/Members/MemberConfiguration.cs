using Crm.Domain.Customers;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Members;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Tier).Ignore(x => x.Standing);
        builder.Property(x => x.Counters).HasJson();
        // The ledger tells what became of points.
        builder.Property(x => x.Lots).HasColumnName("OpenLots").HasConversion(new OpenLotsConverter(), new OpenLotsComparer()).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.TierCode).HasMaxLength(EarningRule.CodeMaxLength).IsUnicode(false);
        builder.TenantIndex(nameof(Member.ProgrammeId), nameof(Member.CustomerId)).IsUnique();
        builder.TenantIndex(nameof(Member.ProgrammeId), nameof(Member.Id));
        builder.TenantIndex(nameof(Member.ProgrammeId), nameof(Member.DueAt), nameof(Member.Id));
        builder.TenantIndex(nameof(Member.CustomerId), nameof(Member.Id));
        builder.TenantIndex(nameof(Member.HeadId), nameof(Member.Id));
        builder.TenantIndex(nameof(Member.TierCode), nameof(Member.Id));
        builder.TenantIndex(nameof(Member.UpdatedAt), nameof(Member.Id));
        builder.References<Member, Customer>(nameof(Member.CustomerId));
        builder.References<Member, Programme>(nameof(Member.ProgrammeId));
        builder.ErasedWithCustomer(ErasureRule.Keep);
    }
}

internal sealed class LotConfiguration : IEntityTypeConfiguration<MadeLot>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<MadeLot> builder)
    {
        builder.ToTable("Lots");
        builder.OnlyAdded();
        builder.OfTenant(nameof(MadeLot.MemberId), nameof(MadeLot.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.RuleCode).HasMaxLength(EarningRule.CodeMaxLength).IsUnicode(false);
        builder.References<MadeLot, Member>(nameof(MadeLot.MemberId));
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.OnlyAdded();
        builder.OfTenant(nameof(LedgerEntry.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.SourceKey).HasMaxLength(LedgerEntry.SourceKeyMaxLength);
        builder.Property(x => x.RuleCode).HasMaxLength(EarningRule.CodeMaxLength).IsUnicode(false);
        builder.Property(x => x.Reason).HasMaxLength(3 * LedgerEntry.ReasonMaxLength);
        builder.TenantIndex(nameof(LedgerEntry.MemberId), nameof(LedgerEntry.Kind), nameof(LedgerEntry.SourceKey)).IsUnique();
        builder.TenantIndex(nameof(LedgerEntry.MemberId), nameof(LedgerEntry.Id));
        builder.TenantIndex(nameof(LedgerEntry.Subject));
        builder.References<LedgerEntry, Member>(nameof(LedgerEntry.MemberId));
        builder.References<LedgerEntry, StaffMember>(nameof(LedgerEntry.By));
        builder.ErasedWithCustomer(nameof(LedgerEntry.Reason));
    }
}

internal sealed class LotAllocationConfiguration : IEntityTypeConfiguration<LotAllocation>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<LotAllocation> builder)
    {
        builder.ToTable("LotAllocations");
        builder.OnlyAdded();
        builder.OfTenant(nameof(LotAllocation.MemberId), nameof(LotAllocation.EntryNumber), nameof(LotAllocation.LotNumber));
        builder.Property(x => x.EntryNumber).ValueGeneratedNever();
        builder.Property(x => x.LotNumber).ValueGeneratedNever();
        builder.References<LotAllocation, Member>(nameof(LotAllocation.MemberId));
    }
}
