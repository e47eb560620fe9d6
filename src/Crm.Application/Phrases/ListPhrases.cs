using Crm.Domain;
using Crm.Domain.Phrases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Phrases;

/// <summary>Which phrases to list.</summary>
public sealed record ListPhrases : ListQuery, IQuery<Page<PhraseDetails>>
{
    /// <summary>Only those of the language of this BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Only those that break these rules, separated by commas.</summary>
    public Choices<PhraseRule>? Rule { get; init; }

    /// <summary>Only those that have these effects, separated by commas.</summary>
    public Choices<PhraseEffect>? Effect { get; init; }

    /// <summary>Only those that are looked for now, or only those that are not.</summary>
    public bool? Active { get; init; }

    /// <summary>Only shipped ones or only the tenant's own, separated by commas.</summary>
    public Choices<PhraseOrigin>? Origin { get; init; }
}

/// <summary>One query: a page of the tenant's own, and whatever it changed of those that are shipped; these are few and are put in order here.</summary>
internal sealed class ListPhrasesHandler(ICrmDb db) : IQueryHandler<ListPhrases, Page<PhraseDetails>>
{
    private static readonly Order<Phrase, PhraseDetails> Order = Order<Phrase, PhraseDetails>.ByCreation(p => p.Id);

    public async Task<Result<Page<PhraseDetails>>> Handle(ListPhrases query, CancellationToken ct)
    {
        if (query.Limit is < ListQuery.MinLimit or > ListQuery.MaxLimit)
        {
            return ListErrors.LimitOutOfRange.About("/limit");
        }
        if (query.Sort is not null && query.Sort.TrimStart('-') != Order.Name)
        {
            return ListErrors.SortNoneOf([Order.Name]);
        }
        var descending = query.Sort?.StartsWith('-') ?? true;
        var fingerprint = query.Fingerprint();
        if (Position.Decode(query.Cursor, fingerprint).Failed(out var error, out var after))
        {
            return error;
        }
        var own = Matching(db.Phrases.AsNoTracking().Where(p => p.Origin == PhraseOrigin.Own && p.RemovedAt == null), query);
        var rows = await Order.Apply(own, descending, after).Take(query.Take + 1)
            .Concat(db.Phrases.AsNoTracking().Where(p => p.Origin == PhraseOrigin.Shipped)).ToListAsync(ct);
        var shipped = Matching(ShippedPhrases.With([.. rows.Where(r => r.Origin == PhraseOrigin.Shipped)]).AsQueryable(), query);
        var page = Order.Apply(Order.Apply(shipped, descending, after).ToList().Concat(rows.Where(r => r.Origin == PhraseOrigin.Own)).AsQueryable(), descending, null)
            .Take(query.Take + 1).Select(p => PhraseDetails.Of(p)).ToList();
        var next = page.Count > query.Take ? Order.PositionOf(page[query.Take - 1]).Encode(fingerprint) : null;
        long? count = query.Count == true ? await own.LongCountAsync(ct) + shipped.LongCount() : null;
        return new Page<PhraseDetails>(page.Count > query.Take ? page[..query.Take] : page, next, count);
    }

    private static IQueryable<Phrase> Matching(IQueryable<Phrase> phrases, ListPhrases query)
    {
        if (query.Language is { } tag)
        {
            var language = tag.Split('-')[0].ToLowerInvariant();
            phrases = phrases.Where(p => p.Language == language);
        }
        if (query.Rule is { } rules)
        {
            phrases = phrases.Where(p => rules.Values.Contains(p.Rule));
        }
        if (query.Effect is { } effects)
        {
            phrases = phrases.Where(p => effects.Values.Contains(p.Effect));
        }
        if (query.Active is { } active)
        {
            phrases = phrases.Where(p => p.Active == active);
        }
        return query.Origin is { } origins ? phrases.Where(p => origins.Values.Contains(p.Origin)) : phrases;
    }
}
