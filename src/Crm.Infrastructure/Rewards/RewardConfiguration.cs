using Crm.Domain.Customers;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Rewards;

internal sealed class RewardConfiguration : IEntityTypeConfiguration<Reward>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Reward> builder)
    {
        builder.ToTable("Rewards");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
        builder.TenantIndex(nameof(Reward.ProgrammeId), nameof(Reward.Id));
        builder.References<Reward, Programme>(nameof(Reward.ProgrammeId));
    }
}

internal sealed class RewardStockConfiguration : IEntityTypeConfiguration<RewardStock>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<RewardStock> builder)
    {
        builder.ToTable("RewardStocks");
        builder.OnlyAdded();
        builder.OfTenant(nameof(RewardStock.RewardId));
        builder.References<RewardStock, Reward>(nameof(RewardStock.RewardId));
    }
}

internal sealed class RedemptionConfiguration : IEntityTypeConfiguration<Redemption>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Redemption> builder)
    {
        builder.ToTable("Redemptions");
        builder.AggregateOfTenant();
        builder.Property(x => x.VoucherKey).HasMaxLength(32).HasAnnotation(SaveRecords.SecretAnnotation, true);
        builder.TenantIndex(nameof(Redemption.MemberId), nameof(Redemption.Id));
        builder.TenantIndex(nameof(Redemption.RewardId), nameof(Redemption.MemberId));
        builder.TenantIndex(nameof(Redemption.State), nameof(Redemption.Id));
        builder.TenantIndex(nameof(Redemption.VoucherKey));
        builder.References<Redemption, Reward>(nameof(Redemption.RewardId));
        builder.References<Redemption, Member>(nameof(Redemption.MemberId));
        builder.References<Redemption, Customer>(nameof(Redemption.CustomerId));
        builder.ErasedWithCustomer(ErasureRule.Keep);
    }
}
