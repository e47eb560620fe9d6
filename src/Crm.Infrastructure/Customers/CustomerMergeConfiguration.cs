using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Customers;

internal sealed class CustomerMergeConfiguration : IEntityTypeConfiguration<CustomerMerge>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CustomerMerge> builder)
    {
        builder.ToTable("CustomerMerges");
        builder.AggregateOfTenant();
        // The snapshots say nothing that the audit entries of the two customers do not.
        builder.Property(x => x.SurvivorBefore).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.SurvivorAfter).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.LoserBefore).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.TenantIndex(nameof(CustomerMerge.SurvivorId), nameof(CustomerMerge.Id));
        builder.TenantIndex(nameof(CustomerMerge.LoserId), nameof(CustomerMerge.Id));
        builder.References<CustomerMerge, Customer>(nameof(CustomerMerge.SurvivorId));
        builder.References<CustomerMerge, Customer>(nameof(CustomerMerge.LoserId));
        builder.StaysWithMergedCustomer();
        builder.ErasedWithCustomer(nameof(CustomerMerge.SurvivorBefore), nameof(CustomerMerge.SurvivorAfter), nameof(CustomerMerge.LoserBefore));
    }
}

/// <summary>That a merge moved one row from the loser to the survivor; written and read by generated statements only.</summary>
internal sealed class CustomerMergeMove
{
    public const int KeyMaxLength = 200;

    public required CustomerMergeId MergeId { get; init; }

    /// <summary>The table and column that referred to the loser.</summary>
    public required string Reference { get; init; }

    /// <summary>The bytes of the row's key without the tenant and the reference; the second part is empty where there is one only.</summary>
    public required byte[] Key1 { get; init; }
    public required byte[] Key2 { get; init; }
}

internal sealed class CustomerMergeMoveConfiguration : IEntityTypeConfiguration<CustomerMergeMove>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CustomerMergeMove> builder)
    {
        builder.ToTable("CustomerMergeMoves");
        builder.OfTenant(nameof(CustomerMergeMove.MergeId), nameof(CustomerMergeMove.Reference), nameof(CustomerMergeMove.Key1), nameof(CustomerMergeMove.Key2));
        builder.Property(x => x.Reference).HasMaxLength(100);
        builder.Property(x => x.Key1).HasMaxLength(CustomerMergeMove.KeyMaxLength);
        builder.Property(x => x.Key2).HasMaxLength(CustomerMergeMove.KeyMaxLength);
    }
}
