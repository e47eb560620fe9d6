using Crm.Application.Tenants;
using Crm.Domain.ApiKeys;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Tenants;

internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>, IOfCatalog
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("Tenants");
        builder.Aggregate();
        builder.HasKey(x => x.Number);
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.HasIndex(x => x.Id).IsUnique();
        builder.HasIndex(x => x.Slug).IsUnique();
        builder.Property(x => x.Slug).HasMaxLength(Tenant.SlugMaxLength);
        builder.Property(x => x.Name).HasMaxLength(Tenant.NameMaxLength);
        builder.HasIndex(x => new { x.Status, x.Id });
        builder.HasIndex(x => x.ErasesAt);
        builder.Property(x => x.StatusReason).HasMaxLength(Tenant.ReasonMaxLength);
        builder.Property(x => x.SuspensionReason).HasMaxLength(Tenant.ReasonMaxLength);
        builder.Property(x => x.Placement).HasMaxLength(Tenant.PlacementMaxLength);
        builder.Property(x => x.Settings).HasJson();
        builder.Property(x => x.Limits).HasJson();
        builder.Property(x => x.Erased).HasJson();
    }
}

internal sealed class TenantRequestsConfiguration : IEntityTypeConfiguration<TenantRequests>, IOfCatalog
{
    public void Configure(EntityTypeBuilder<TenantRequests> builder)
    {
        builder.ToTable("TenantRequests");
        builder.HasKey(x => new { x.TenantNumber, x.Day });
        builder.Property(x => x.TenantNumber).ValueGeneratedNever();
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>, IOfCatalog
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Aggregate();
        builder.HasKey(x => x.Id);
        builder.HasIndex(x => x.Lookup).IsUnique();
        builder.HasIndex(x => new { x.TenantNumber, x.Id });
        builder.Property(x => x.Lookup).HasMaxLength(ApiKeySecret.LookupLength);
        builder.Property(x => x.SecretHash).HasMaxLength(32).IsFixedLength().HasAnnotation(SaveRecords.SecretAnnotation, true);
        builder.Property(x => x.Name).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(x => x.Permissions).HasJson();
        builder.Ignore(x => x.Allowed);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(x => x.TenantNumber).OnDelete(DeleteBehavior.NoAction);
    }
}
