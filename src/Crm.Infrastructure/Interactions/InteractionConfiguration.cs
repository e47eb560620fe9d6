using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Interactions;

internal sealed class InteractionConfiguration : IEntityTypeConfiguration<Interaction>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.ToTable("Interactions");
        builder.AggregateOfTenant();
    }
}
