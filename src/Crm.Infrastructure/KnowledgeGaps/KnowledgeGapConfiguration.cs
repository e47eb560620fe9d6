using Crm.Domain.Commitments;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.KnowledgeGaps;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.KnowledgeGaps;

internal sealed class KnowledgeGapConfiguration : IEntityTypeConfiguration<KnowledgeGap>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<KnowledgeGap> builder)
    {
        builder.ToTable("KnowledgeGaps");
        builder.AggregateOfTenant();
        // Composing may lengthen a text, at most threefold. What is longer than 4000 characters is of any length in SQL Server.
        builder.Property(x => x.Question).HasMaxLength(3 * KnowledgeGap.QuestionMaxLength);
        builder.Property(x => x.Answer).HasMaxLength(3 * KnowledgeGap.AnswerMaxLength);
        builder.Property(x => x.WithdrawalReason).HasMaxLength(3 * KnowledgeGap.ReasonMaxLength);
        builder.TenantIndex(nameof(KnowledgeGap.CustomerId), nameof(KnowledgeGap.Id));
        builder.TenantIndex(nameof(KnowledgeGap.OwnerId), nameof(KnowledgeGap.DueAt), nameof(KnowledgeGap.Id));
        builder.TenantIndex(nameof(KnowledgeGap.State), nameof(KnowledgeGap.Id));
        builder.TenantIndex(nameof(KnowledgeGap.State), nameof(KnowledgeGap.DueAt), nameof(KnowledgeGap.Id));
        builder.TenantIndex(nameof(KnowledgeGap.DueAt), nameof(KnowledgeGap.Id));
        builder.TenantIndex(nameof(KnowledgeGap.UpdatedAt), nameof(KnowledgeGap.Id));
        builder.References<KnowledgeGap, Customer>(nameof(KnowledgeGap.CustomerId));
        builder.ErasedWithCustomer(nameof(KnowledgeGap.Question), nameof(KnowledgeGap.Answer), nameof(KnowledgeGap.WithdrawalReason));
        builder.References<KnowledgeGap, Interaction>(nameof(KnowledgeGap.InteractionId));
        builder.References<KnowledgeGap, Commitment>(nameof(KnowledgeGap.CommitmentId));
        builder.References<KnowledgeGap, StaffMember>(nameof(KnowledgeGap.AskedById));
        builder.References<KnowledgeGap, StaffMember>(nameof(KnowledgeGap.OwnerId));
        builder.References<KnowledgeGap, StaffMember>(nameof(KnowledgeGap.AnsweredById));
    }
}
