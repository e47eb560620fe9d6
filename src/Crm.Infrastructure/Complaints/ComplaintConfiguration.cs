using Crm.Domain.Commitments;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Complaints;

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<Complaint>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("Complaints");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Added);
        builder.Property(x => x.Reference).HasMaxLength(ComplaintReference.Length).IsUnicode(false);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Category).HasMaxLength(3 * ComplaintIntake.CategoryMaxLength);
        builder.Property(x => x.Language).HasMaxLength(ComplaintIntake.LanguageMaxLength);
        builder.Property(x => x.CauseCode).HasMaxLength(3 * Resolution.CauseCodeMaxLength);
        builder.Property(x => x.TriageReasons).HasJson().HasMaxLength(400);
        // What was said and done is told by the log of the complaint, and not by the audit trail once more.
        builder.Property(x => x.Intake).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Assessment).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Heard).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Led).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Provided).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.LastOverride).HasJson();
        builder.Property(x => x.TrackingKey).HasMaxLength(TrackingToken.KeyLength).HasAnnotation(SaveRecords.SecretAnnotation, true);
        builder.Property(x => x.Booked).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Recurrences).HasJson().HasMaxLength(400);
        builder.Property(x => x.ProductKey).HasMaxLength(ByteKey.MaxLength);
        builder.TenantIndex(nameof(Complaint.Unanswered), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.CauseCode), nameof(Complaint.ResolvedAt), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.CauseCode), nameof(Complaint.ProductKey), nameof(Complaint.ResolvedAt));
        builder.TenantIndex(nameof(Complaint.CauseCode), nameof(Complaint.Category), nameof(Complaint.ResolvedAt));
        builder.TenantIndex(nameof(Complaint.TrackingKey)).IsUnique();
        builder.TenantIndex(nameof(Complaint.Reference)).IsUnique();
        builder.TenantIndex(nameof(Complaint.CustomerId), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.OwnerId), nameof(Complaint.Stage), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.Stage), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.Channel), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.Category), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.Severity), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.CauseCode), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.ReceivedAt), nameof(Complaint.Id));
        builder.TenantIndex(nameof(Complaint.UpdatedAt), nameof(Complaint.Id));
        builder.References<Complaint, Customer>(nameof(Complaint.CustomerId));
        builder.ErasedWithCustomer(
            nameof(Complaint.Intake), nameof(Complaint.Assessment), nameof(Complaint.Heard), nameof(Complaint.Led), nameof(Complaint.Provided),
            nameof(Complaint.LastOverride));
        builder.References<Complaint, StaffMember>(nameof(Complaint.TargetStaffId));
        builder.References<Complaint, StaffMember>(nameof(Complaint.OwnerId));
        builder.References<Complaint, StaffMember>(nameof(Complaint.FirstHandlerId));
        builder.References<Complaint, Complaint>(nameof(Complaint.FollowUpOfId));
        builder.References<Complaint, Complaint>(nameof(Complaint.DuplicateOfId));
    }
}

internal sealed class ComplaintEventConfiguration : IEntityTypeConfiguration<ComplaintEvent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ComplaintEvent> builder)
    {
        builder.ToTable("ComplaintEvents");
        builder.OnlyAdded();
        builder.OfTenant(nameof(ComplaintEvent.ComplaintId), nameof(ComplaintEvent.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Details).HasJson();
        builder.References<ComplaintEvent, Complaint>(nameof(ComplaintEvent.ComplaintId));
        builder.References<ComplaintEvent, StaffMember>(nameof(ComplaintEvent.By));
        builder.ErasedWithCustomer(nameof(ComplaintEvent.Details));
    }
}

internal sealed class StatementPartConfiguration : IEntityTypeConfiguration<StatementPart>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<StatementPart> builder)
    {
        builder.ToTable("StatementParts");
        builder.OnlyAdded();
        builder.OfTenant(nameof(StatementPart.ComplaintId), nameof(StatementPart.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Language).HasMaxLength(ComplaintIntake.LanguageMaxLength);
        builder.Property(x => x.Words).HasMaxLength(3 * StatementPart.WordsMaxLength);
        builder.Property(x => x.Attachments).HasJson();
        builder.References<StatementPart, Complaint>(nameof(StatementPart.ComplaintId));
        builder.References<StatementPart, StaffMember>(nameof(StatementPart.By));
        builder.ErasedWithCustomer(nameof(StatementPart.Words), nameof(StatementPart.Attachments));
    }
}

internal sealed class ComplaintRemedyConfiguration : IEntityTypeConfiguration<ComplaintRemedy>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ComplaintRemedy> builder)
    {
        builder.ToTable("ComplaintRemedies");
        builder.OnlyAdded();
        builder.OfTenant(nameof(ComplaintRemedy.ComplaintId), nameof(ComplaintRemedy.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Currency).HasMaxLength(Domain.Money.CurrencyMaxLength);
        builder.References<ComplaintRemedy, Complaint>(nameof(ComplaintRemedy.ComplaintId));
        builder.References<ComplaintRemedy, Commitment>(nameof(ComplaintRemedy.CommitmentId));
    }
}

internal sealed class ComplaintCellConfiguration : IEntityTypeConfiguration<ComplaintCell>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ComplaintCell> builder)
    {
        builder.ToTable("ComplaintCells");
        builder.OfTenant(nameof(ComplaintCell.Dimension), nameof(ComplaintCell.Period), nameof(ComplaintCell.Value));
        builder.Property(x => x.Period).ValueGeneratedNever();
        builder.Property(x => x.Value).HasMaxLength(ByteKey.MaxLength);
        builder.Property(x => x.Counts).HasJson();
    }
}

internal sealed class RemedyGrantConfiguration : IEntityTypeConfiguration<RemedyGrant>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<RemedyGrant> builder)
    {
        builder.ToTable("RemedyGrants");
        builder.OfTenant(nameof(RemedyGrant.ComplaintId), nameof(RemedyGrant.OfferId), nameof(RemedyGrant.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Currency).HasMaxLength(Domain.Money.CurrencyMaxLength);
        builder.TenantIndex(nameof(RemedyGrant.OfferId));
        builder.TenantIndex(
            nameof(RemedyGrant.By), nameof(RemedyGrant.Kind), nameof(RemedyGrant.GrantedAt), nameof(RemedyGrant.HoldsUntil), nameof(RemedyGrant.Approved), nameof(RemedyGrant.Currency),
            nameof(RemedyGrant.Amount), nameof(RemedyGrant.Points));
        builder.References<RemedyGrant, Complaint>(nameof(RemedyGrant.ComplaintId));
        builder.References<RemedyGrant, StaffMember>(nameof(RemedyGrant.By));
    }
}
