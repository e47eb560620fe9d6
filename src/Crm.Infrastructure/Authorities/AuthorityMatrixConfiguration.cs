using Crm.Domain.Authorities;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Authorities;

internal sealed class AuthorityMatrixConfiguration : IEntityTypeConfiguration<AuthorityMatrix>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<AuthorityMatrix> builder)
    {
        builder.ToTable("AuthorityMatrices");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Rules);
        builder.Property(x => x.Rows).HasJson();
    }
}

internal sealed class AuthorityMatrixVersionConfiguration : IEntityTypeConfiguration<AuthorityMatrixVersion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<AuthorityMatrixVersion> builder)
    {
        builder.ToTable("AuthorityMatrixVersions");
        builder.OnlyAdded();
        builder.OfTenant(nameof(AuthorityMatrixVersion.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Rows).HasJson();
        builder.TenantIndex(nameof(AuthorityMatrixVersion.Number)).IsUnique();
        builder.References<AuthorityMatrixVersion, StaffMember>(nameof(AuthorityMatrixVersion.By));
    }
}
