using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Interactions;

internal sealed class InteractionConfiguration : IEntityTypeConfiguration<Interaction>, IOfTenantStore
{
    /// <summary>Composing may lengthen a text, at most threefold.</summary>
    private const int SubjectStoredLength = 3 * InteractionContent.SubjectMaxLength;

    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.ToTable("Interactions");
        builder.AggregateOfTenant();
        // What was said is read where it stands, under its visibility, and never in the audit trail.
        builder.Property(x => x.Content).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Subject).HasMaxLength(SubjectStoredLength).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Author).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.TenantIndex(nameof(Interaction.CustomerId), nameof(Interaction.StartedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.StartedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.UpdatedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.StaffId), nameof(Interaction.StartedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.Channel), nameof(Interaction.StartedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.Outcome), nameof(Interaction.StartedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.EmotionAtStart), nameof(Interaction.StartedAt), nameof(Interaction.Id));
        builder.TenantIndex(nameof(Interaction.CustomerId), nameof(Interaction.FollowUpOn));
        builder.References<Interaction, Customer>(nameof(Interaction.CustomerId));
        builder.ErasedWithCustomer(nameof(Interaction.Content), nameof(Interaction.Subject));
        builder.References<Interaction, StaffMember>(nameof(Interaction.StaffId));
        builder.References<Interaction, StaffMember>(nameof(Interaction.RecordedById));
        builder.References<Interaction, StaffMember>(nameof(Interaction.FollowUpOwnerId));
        builder.References<Interaction, Interaction>(nameof(Interaction.ClosesFollowUpOfId));
        builder.References<Interaction, Interaction>(nameof(Interaction.CorrectsId));
        builder.HasMany(x => x.Parties).WithOne().HasForeignKey(Tenancy.Column, nameof(InteractionParty.InteractionId)).OnDelete(DeleteBehavior.NoAction);
        builder.Navigation(x => x.Parties).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne(x => x.Correction).WithOne()
            .HasForeignKey<InteractionCorrection>(Tenancy.Column, nameof(InteractionCorrection.OriginalId)).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class InteractionPartyConfiguration : IEntityTypeConfiguration<InteractionParty>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<InteractionParty> builder)
    {
        builder.ToTable("InteractionParties");
        builder.OfTenant(nameof(InteractionParty.InteractionId), nameof(InteractionParty.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.TenantIndex(nameof(InteractionParty.StaffId), nameof(InteractionParty.InteractionId));
        builder.TenantIndex(nameof(InteractionParty.CustomerId), nameof(InteractionParty.InteractionId));
        builder.References<InteractionParty, StaffMember>(nameof(InteractionParty.StaffId));
        builder.References<InteractionParty, Customer>(nameof(InteractionParty.CustomerId));
        builder.ErasedWithCustomer(ErasureRule.Keep);
    }
}

internal sealed class InteractionCorrectionConfiguration : IEntityTypeConfiguration<InteractionCorrection>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<InteractionCorrection> builder)
    {
        builder.ToTable("InteractionCorrections");
        builder.OfTenant(nameof(InteractionCorrection.OriginalId));
        builder.Property(x => x.Reason).HasMaxLength(3 * InteractionCorrection.ReasonMaxLength);
        builder.References<InteractionCorrection, Interaction>(nameof(InteractionCorrection.CorrectionId));
        builder.ErasedWithCustomer(nameof(InteractionCorrection.Reason));
    }
}
