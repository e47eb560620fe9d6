using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>, IOfTenantStore
{
    // A tag of five subtags and the four shorter ones, each between bars.
    private const int LanguageKeysMaxLength = StaffProfile.MaxLanguages * 5 * (StaffProfile.LanguageMaxLength + 2);

    private const int SkillKeysMaxLength = StaffProfile.MaxSkills * (StaffSkill.CodeMaxLength + 2);

    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.AggregateOfTenant();
        builder.Property(x => x.Name).HasMaxLength(StaffProfile.NameMaxLength);
        builder.Property(x => x.PreferredName).HasMaxLength(StaffProfile.NameMaxLength);
        builder.Property(x => x.Languages).HasJson();
        builder.Property(x => x.LanguageKeys).HasMaxLength(LanguageKeysMaxLength);
        builder.Property(x => x.Skills).HasJson();
        builder.Property(x => x.SkillKeys).HasMaxLength(SkillKeysMaxLength).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.AuthorityCode).HasMaxLength(StaffProfile.AuthorityMaxLength).IsUnicode(false);
        builder.Property(x => x.Load).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.GivenWorkAt).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Ignore(x => x.Profile);
        builder.TenantIndex(nameof(StaffMember.UpdatedAt), nameof(StaffMember.Id));
        builder.TenantIndex(nameof(StaffMember.NameKey), nameof(StaffMember.Id));
        builder.TenantIndex(nameof(StaffMember.ManagerId), nameof(StaffMember.Id));
        builder.References<StaffMember, StaffMember>(nameof(StaffMember.ManagerId));
    }
}
