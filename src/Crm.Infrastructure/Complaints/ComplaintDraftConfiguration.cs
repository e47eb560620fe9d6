using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Complaints;

internal sealed class ComplaintDraftConfiguration : IEntityTypeConfiguration<ComplaintDraft>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ComplaintDraft> builder)
    {
        builder.ToTable("ComplaintDrafts");
        builder.AggregateOfTenant();
        // Nobody of the tenant reads what is not handed in, the audit trail included.
        builder.Property(x => x.Content).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.TrackingKey).HasMaxLength(TrackingToken.KeyLength).HasAnnotation(SaveRecords.SecretAnnotation, true);
        builder.TenantIndex(nameof(ComplaintDraft.TrackingKey)).IsUnique();
    }
}
