using Crm.Domain.Causes;
using Crm.Domain.CorrectiveActions;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.CorrectiveActions;

internal sealed class CorrectiveActionConfiguration : IEntityTypeConfiguration<CorrectiveAction>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CorrectiveAction> builder)
    {
        builder.ToTable("CorrectiveActions");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content).Ignore(x => x.IsOpen);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Title).HasMaxLength(3 * CorrectiveActionContent.TitleMaxLength);
        builder.Property(x => x.Description).HasMaxLength(3 * CorrectiveActionContent.DescriptionMaxLength);
        builder.Property(x => x.Evidence).HasMaxLength(3 * CorrectiveAction.EvidenceMaxLength);
        builder.Property(x => x.CancellationReason).HasMaxLength(3 * CorrectiveAction.CancellationReasonMaxLength);
        builder.Property(x => x.Check).HasJson();
        builder.TenantIndex(nameof(CorrectiveAction.CauseId), nameof(CorrectiveAction.Id));
        builder.TenantIndex(nameof(CorrectiveAction.OwnerId), nameof(CorrectiveAction.DueOn), nameof(CorrectiveAction.Id));
        builder.TenantIndex(nameof(CorrectiveAction.State), nameof(CorrectiveAction.Id));
        builder.TenantIndex(nameof(CorrectiveAction.State), nameof(CorrectiveAction.DueOn), nameof(CorrectiveAction.Id));
        builder.TenantIndex(nameof(CorrectiveAction.DueOn), nameof(CorrectiveAction.Id));
        builder.TenantIndex(nameof(CorrectiveAction.UpdatedAt), nameof(CorrectiveAction.Id));
        builder.References<CorrectiveAction, Cause>(nameof(CorrectiveAction.CauseId));
        builder.References<CorrectiveAction, StaffMember>(nameof(CorrectiveAction.OwnerId));
    }
}
