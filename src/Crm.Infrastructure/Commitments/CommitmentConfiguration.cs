using Crm.Domain.Calendars;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.KeyAccounts;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Commitments;

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("Commitments");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Added).Ignore(x => x.Standing);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Text).HasMaxLength(3 * Commitment.TextMaxLength);
        builder.Property(x => x.Evidence).HasMaxLength(3 * Commitment.EvidenceMaxLength);
        builder.TenantIndex(nameof(Commitment.CustomerId), nameof(Commitment.DueAt), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.ComplaintId), nameof(Commitment.State));
        builder.TenantIndex(nameof(Commitment.KeyAccountId), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.ResponsibleId), nameof(Commitment.DueAt), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.AccountableId), nameof(Commitment.DueAt), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.State), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.State), nameof(Commitment.DueAt), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.DueAt), nameof(Commitment.Id));
        builder.TenantIndex(nameof(Commitment.UpdatedAt), nameof(Commitment.Id));
        builder.References<Commitment, Customer>(nameof(Commitment.CustomerId));
        builder.ErasedWithCustomer(nameof(Commitment.Text), nameof(Commitment.Evidence));
        builder.References<Commitment, Complaint>(nameof(Commitment.ComplaintId));
        builder.References<Commitment, KeyAccount>(nameof(Commitment.KeyAccountId));
        builder.References<Commitment, Interaction>(nameof(Commitment.InteractionId));
        builder.References<Commitment, StaffMember>(nameof(Commitment.ResponsibleId));
        builder.References<Commitment, StaffMember>(nameof(Commitment.AccountableId));
        builder.References<Commitment, Calendar>(nameof(Commitment.CalendarId));
    }
}

internal sealed class CommitmentEventConfiguration : IEntityTypeConfiguration<CommitmentEvent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CommitmentEvent> builder)
    {
        builder.ToTable("CommitmentEvents");
        builder.OnlyAdded();
        builder.OfTenant(nameof(CommitmentEvent.CommitmentId), nameof(CommitmentEvent.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Note).HasMaxLength(CommitmentEvent.NoteMaxLength);
        builder.References<CommitmentEvent, Commitment>(nameof(CommitmentEvent.CommitmentId));
        builder.References<CommitmentEvent, StaffMember>(nameof(CommitmentEvent.By));
        builder.References<CommitmentEvent, StaffMember>(nameof(CommitmentEvent.ResponsibleId));
        builder.References<CommitmentEvent, StaffMember>(nameof(CommitmentEvent.AccountableId));
        builder.References<CommitmentEvent, Calendar>(nameof(CommitmentEvent.CalendarId));
        builder.ErasedWithCustomer(nameof(CommitmentEvent.Note));
    }
}
