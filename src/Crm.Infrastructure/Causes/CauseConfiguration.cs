using Crm.Domain.Causes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Causes;

internal sealed class CauseConfiguration : IEntityTypeConfiguration<Cause>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Cause> builder)
    {
        builder.ToTable("Causes");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content).Ignore(x => x.Path);
        builder.Property(x => x.Code).HasMaxLength(CauseContent.CodeMaxLength).IsUnicode(false);
        builder.Property(x => x.Names).HasJson();
        builder.TenantIndex(nameof(Cause.CodeKey)).IsUnique();
        builder.TenantIndex(nameof(Cause.Place), nameof(Cause.Id));
        builder.TenantIndex(nameof(Cause.ParentId), nameof(Cause.Id));
        builder.References<Cause, Cause>(nameof(Cause.ParentId));
    }
}
