using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Domain.Work;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Work;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Added).Ignore(x => x.Standing).Ignore(x => x.Content).Ignore(x => x.HandOver).Ignore(x => x.DrivenBy);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Title).HasMaxLength(3 * WorkItem.TitleMaxLength);
        builder.Property(x => x.Note).HasMaxLength(3 * WorkItem.NoteMaxLength);
        builder.Property(x => x.HandOverNote).HasMaxLength(3 * WorkItem.NoteMaxLength);
        builder.Property(x => x.RequiredSkill).HasMaxLength(StaffSkill.CodeMaxLength);
        builder.Property(x => x.Language).HasMaxLength(StaffProfile.LanguageMaxLength);
        builder.Property(x => x.RankAt).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        // Queues: of everybody, of a person, of a team, of a receiver, of a customer, of a record.
        builder.TenantIndex(nameof(WorkItem.State), nameof(WorkItem.RankAt), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.OwnerId), nameof(WorkItem.State), nameof(WorkItem.RankAt), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.AccountableId), nameof(WorkItem.State), nameof(WorkItem.RankAt), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.HandOverToId), nameof(WorkItem.RankAt), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.CustomerId), nameof(WorkItem.RankAt), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.Subject), nameof(WorkItem.State), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.RankAt), nameof(WorkItem.Id));
        builder.TenantIndex(nameof(WorkItem.UpdatedAt), nameof(WorkItem.Id));
        // Statistics, without reading a row.
        builder.TenantIndex(nameof(WorkItem.State), nameof(WorkItem.OwnerId), nameof(WorkItem.Priority), nameof(WorkItem.RankAt));
        builder.References<WorkItem, Customer>(nameof(WorkItem.CustomerId));
        builder.ErasedWithCustomer(nameof(WorkItem.Title), nameof(WorkItem.Note), nameof(WorkItem.HandOverNote));
        builder.References<WorkItem, StaffMember>(nameof(WorkItem.OwnerId));
        builder.References<WorkItem, StaffMember>(nameof(WorkItem.AccountableId));
        builder.References<WorkItem, StaffMember>(nameof(WorkItem.HandOverToId));
        builder.References<WorkItem, StaffMember>(nameof(WorkItem.HandOverById));
    }
}

internal sealed class WorkEventConfiguration : IEntityTypeConfiguration<WorkEvent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<WorkEvent> builder)
    {
        builder.ToTable("WorkEvents");
        builder.OnlyAdded();
        builder.OfTenant(nameof(WorkEvent.WorkId), nameof(WorkEvent.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Reasons).HasJson();
        builder.Property(x => x.Note).HasMaxLength(WorkEvent.NoteMaxLength);
        builder.TenantIndex(nameof(WorkEvent.Kind), nameof(WorkEvent.At), nameof(WorkEvent.From));
        builder.References<WorkEvent, WorkItem>(nameof(WorkEvent.WorkId));
        builder.References<WorkEvent, StaffMember>(nameof(WorkEvent.By));
        builder.References<WorkEvent, StaffMember>(nameof(WorkEvent.From));
        builder.References<WorkEvent, StaffMember>(nameof(WorkEvent.To));
        builder.ErasedWithCustomer(nameof(WorkEvent.Note));
    }
}
