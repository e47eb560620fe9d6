using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Channels;

internal sealed class CustomerChannelConfiguration : IEntityTypeConfiguration<CustomerChannel>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CustomerChannel> builder)
    {
        builder.ToTable("Channels");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content);
        builder.Property(x => x.Name).HasMaxLength(ChannelContent.NameMaxLength);
        builder.Property(x => x.Address).HasMaxLength(ChannelContent.AddressMaxLength);
        builder.Property(x => x.CostText).HasMaxLength(ChannelContent.CostTextMaxLength);
        builder.Property(x => x.WhoSees).HasMaxLength(ChannelContent.WhoSeesMaxLength);
        // Those on offer are sought among all that ever were.
        builder.TenantIndex(nameof(CustomerChannel.WithdrawnAt), nameof(CustomerChannel.Id));
        builder.References<CustomerChannel, Calendar>(nameof(CustomerChannel.CalendarId));
    }
}
