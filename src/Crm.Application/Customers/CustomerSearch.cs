using System.Linq.Expressions;
using System.Text;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>
/// Search by words. The longest word seeks in the index of terms, whose order is the rank: a word that matches exactly comes before its
/// completions. The other words are looked up per candidate.
/// </summary>
internal static class CustomerSearch
{
    public const int MaxWords = 8;
    private const int ShortestPhone = 6;
    private const string NumberMarks = "+-()./";

    // The order is that of the index of terms, and of nothing else: ordering by the customer's own id would make the store sort.
    private static readonly Read<WordAfter, Match> ByOneWord = new((db, word) => db.CustomerTerms
        .Where(t => t.Term >= word.From && t.Term < word.To && t.Term >= word.LastTerm && (t.Term > word.LastTerm || t.CustomerId > word.LastId)
            && !db.CustomerTerms.Any(u => u.CustomerId == t.CustomerId && u.Term >= word.From && u.Term < t.Term))
        .Join(db.Customers.Where(c => c.State == CustomerState.Active), t => t.CustomerId, c => c.Id, (t, c) => new Found { Term = t, Row = c })
        .OrderBy(x => x.Term.Term).ThenBy(x => x.Term.CustomerId)
        .Select(Match.Of).Take(word.Rows));

    private static readonly Error QueryEmpty = new(ErrorKind.Invalid, "q_empty", "q needs at least one letter or digit, and at most 8 words of 200 characters in all.");

    public static async Task<Result<Page<CustomerRow>>> Page(
        ICrmDb db, IQueryable<Customer> customers, string text, ListCustomers query, CancellationToken ct)
    {
        var fingerprint = query.Fingerprint();
        if (Position.Decode(query.Cursor, fingerprint).Failed(out var error, out var after))
        {
            return error;
        }
        if (query.Limit is < 1 or > ListQuery.MaxLimit)
        {
            return ListErrors.LimitOutOfRange.About("/limit");
        }
        var words = WordsOf(text);
        if (words.Count is 0 or > MaxWords || text.Length > 200)
        {
            return QueryEmpty.About("/q");
        }
        var (from, to) = (words[0], words[0].PrefixEnd());
        var matches = db.CustomerTerms.Where(t => t.Term >= from && t.Term < to
            && !db.CustomerTerms.Any(u => u.CustomerId == t.CustomerId && u.Term >= from && u.Term < t.Term));
        foreach (var word in words.Skip(1))
        {
            var end = word.PrefixEnd();
            matches = matches.Where(t => db.CustomerTerms.Any(u => u.CustomerId == t.CustomerId && u.Term >= word && u.Term < end));
        }
        if (after is { } forged && !IsHex(forged.Key))
        {
            return ListErrors.CursorInvalid.About("/cursor");
        }
        // Without a cursor from the very beginning of the range.
        var (lastTerm, lastId) = after is { } last ? (SortKeys.Read<ByteKey>(last.Key), new CustomerId(last.Id)) : (from, default);
        var found = words.Count == 1 && query.IsSearchOnly
            ? await db.All(ByOneWord, new(from, to, lastTerm, lastId, query.Take + 1), ct)
            : await matches.Where(t => t.Term >= lastTerm && (t.Term > lastTerm || t.CustomerId > lastId))
                .Join(customers, t => t.CustomerId, c => c.Id, (t, c) => new Found { Term = t, Row = c })
                .OrderBy(x => x.Term.Term).ThenBy(x => x.Term.CustomerId)
                .Select(Match.Of).Take(query.Take + 1).ToListAsync(ct);
        var page = found.Take(query.Take).ToList();
        var next = found.Count > query.Take ? new Position(SortKeys.Write(page[^1].Term), page[^1].Row.Id.Value).Encode(fingerprint) : null;
        long? count = query.Count == true ? await matches.Join(customers, t => t.CustomerId, c => c.Id, (t, c) => c.Id).LongCountAsync(ct) : null;
        return new Page<CustomerRow>(page.ConvertAll(m => m.Row), next, count);
    }

    private static bool IsHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);

    /// <summary>The words to look for, longest first. What is written like a telephone number is one word.</summary>
    private static List<ByteKey> WordsOf(string text)
    {
        var words = new List<string>();
        var number = new StringBuilder();
        var parts = new List<string>();
        foreach (var token in FoldedText.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (token.All(c => char.IsAsciiDigit(c) || NumberMarks.Contains(c, StringComparison.Ordinal)))
            {
                number.Append(token);
                parts.Add(token);
                continue;
            }
            EndNumber();
            words.AddRange(token.Contains('@', StringComparison.Ordinal) ? [token] : FoldedText.Words(token));
        }
        EndNumber();
        return [.. words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).Select(CustomerTerm.Word)];

        void EndNumber()
        {
            var digits = string.Concat(number.ToString().Where(char.IsAsciiDigit));
            // Two short numbers beside each other are a house and a street sooner than a telephone.
            words.AddRange(digits.Length < ShortestPhone && parts.Count > 1
                ? parts.Select(p => string.Concat(p.Where(char.IsAsciiDigit)))
                : [digits.Length > ShortestPhone && digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits]);
            number.Clear();
            parts.Clear();
        }
    }

    private sealed class Found
    {
        public required CustomerTerm Term { get; init; }
        public required Customer Row { get; init; }
    }

    private sealed record Match(ByteKey Term, CustomerRow Row)
    {
        public static readonly Expression<Func<Found, Match>> Of = x => new Match(x.Term.Term, new CustomerRow(
            x.Row.Id, x.Row.State, StoredJson.TextOf(EF.Property<string>(x.Row, nameof(Customer.Profile))), x.Row.DisplayName, x.Row.Lifecycle,
            x.Row.CreatedAt, x.Row.UpdatedAt, x.Row.Version));
    }

    private sealed record WordAfter(ByteKey From, ByteKey To, ByteKey LastTerm, CustomerId LastId, int Rows);
}
