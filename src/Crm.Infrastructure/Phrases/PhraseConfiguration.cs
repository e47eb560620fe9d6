using Crm.Domain.Phrases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Phrases;

internal sealed class PhraseConfiguration : IEntityTypeConfiguration<Phrase>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Phrase> builder)
    {
        builder.ToTable("Phrases");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content);
        builder.Property(x => x.Language).HasMaxLength(PhraseContent.LanguageMaxLength).IsUnicode(false);
        builder.Property(x => x.Text).HasMaxLength(PhraseContent.TextMaxLength);
        builder.Property(x => x.Better).HasMaxLength(PhraseContent.BetterMaxLength);
        builder.Property(x => x.Excuses).HasJson();
        // Those on the list are sought among all that ever were.
        builder.TenantIndex(nameof(Phrase.RemovedAt), nameof(Phrase.Id));
    }
}
