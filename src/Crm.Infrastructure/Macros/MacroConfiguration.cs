using Crm.Domain.Macros;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Macros;

internal sealed class MacroConfiguration : IEntityTypeConfiguration<Macro>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Macro> builder)
    {
        builder.ToTable("Macros");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content);
        builder.Property(x => x.Name).HasMaxLength(MacroContent.NameMaxLength);
        builder.Property(x => x.Language).HasMaxLength(MacroContent.LanguageMaxLength).IsUnicode(false);
        builder.Property(x => x.Body).HasMaxLength(MacroContent.BodyMaxLength);
    }
}

internal sealed class MacroVersionConfiguration : IEntityTypeConfiguration<MacroVersion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<MacroVersion> builder)
    {
        builder.ToTable("MacroVersions");
        builder.OnlyAdded();
        builder.OfTenant(nameof(MacroVersion.MacroId), nameof(MacroVersion.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Name).HasMaxLength(MacroContent.NameMaxLength);
        builder.Property(x => x.Language).HasMaxLength(MacroContent.LanguageMaxLength).IsUnicode(false);
        builder.Property(x => x.Body).HasMaxLength(MacroContent.BodyMaxLength);
        builder.TenantIndex(nameof(MacroVersion.MacroId), nameof(MacroVersion.Number)).IsUnique();
        builder.References<MacroVersion, Macro>(nameof(MacroVersion.MacroId));
        builder.References<MacroVersion, StaffMember>(nameof(MacroVersion.By));
    }
}
