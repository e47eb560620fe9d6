using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Segments;

internal sealed class SegmentConfiguration : IEntityTypeConfiguration<Segment>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Segment> builder)
    {
        builder.ToTable("Segments");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Name).HasMaxLength(3 * SegmentContent.NameMaxLength);
        builder.Property(x => x.Description).HasMaxLength(3 * SegmentContent.DescriptionMaxLength);
        builder.Property(x => x.Rule).HasJson();
    }
}
