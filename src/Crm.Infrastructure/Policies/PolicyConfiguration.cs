using Crm.Domain.Policies;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Policies;

internal sealed class PolicyConfiguration : IEntityTypeConfiguration<Policy>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("Policies");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
        // Those in use are sought among all that ever were.
        builder.TenantIndex(nameof(Policy.RetiredAt), nameof(Policy.Id));
    }
}

internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("PolicyVersions");
        builder.OnlyAdded();
        builder.OfTenant(nameof(PolicyVersion.PolicyId), nameof(PolicyVersion.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Content).HasJson();
        builder.TenantIndex(nameof(PolicyVersion.PolicyId), nameof(PolicyVersion.Number)).IsUnique();
        builder.References<PolicyVersion, Policy>(nameof(PolicyVersion.PolicyId));
        builder.References<PolicyVersion, StaffMember>(nameof(PolicyVersion.By));
    }
}
