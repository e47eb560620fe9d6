using Crm.Domain.Programmes;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Programmes;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
    }
}

internal sealed class CampaignSpendingConfiguration : IEntityTypeConfiguration<CampaignSpending>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CampaignSpending> builder)
    {
        builder.ToTable("CampaignSpendings");
        builder.OnlyAdded();
        builder.OfTenant(nameof(CampaignSpending.ProgrammeId), nameof(CampaignSpending.Code));
        builder.Property(x => x.Code).HasMaxLength(EarningRule.CodeMaxLength).IsUnicode(false);
        builder.Ignore(x => x.Pending);
        builder.References<CampaignSpending, Programme>(nameof(CampaignSpending.ProgrammeId));
    }
}

internal sealed class ProgrammeVersionConfiguration : IEntityTypeConfiguration<ProgrammeVersion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
    {
        builder.ToTable("ProgrammeVersions");
        builder.OnlyAdded();
        builder.OfTenant(nameof(ProgrammeVersion.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Content).HasJson();
        builder.TenantIndex(nameof(ProgrammeVersion.ProgrammeId), nameof(ProgrammeVersion.Number)).IsUnique();
        builder.References<ProgrammeVersion, Programme>(nameof(ProgrammeVersion.ProgrammeId));
        builder.References<ProgrammeVersion, StaffMember>(nameof(ProgrammeVersion.By));
    }
}
