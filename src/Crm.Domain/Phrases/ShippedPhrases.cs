using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Phrases;

/// <summary>The lists that every tenant begins with, in Persian and English. They live in the code: a tenant has a row only of what it changed.</summary>
public static class ShippedPhrases
{
    /// <summary>What their createdAt says. Every record of a tenant is younger.</summary>
    public static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, false) } };

    private static readonly FrozenDictionary<PhraseId, PhraseContent> ById =
        Read("fa").Concat(Read("en")).ToFrozenDictionary(s => IdOf(s.Language, s.Code), s => new PhraseContent(s.Language, s.Text, s.Better, s.Rule, s.Effect, true, s.Excuses));

    /// <summary>A tenant's list: what is shipped and the tenant has not changed, then the tenant's own and changed ones as they stand, oldest first.</summary>
    public static IReadOnlyList<Phrase> With(IReadOnlyCollection<Phrase> rows)
    {
        var changed = rows.Select(r => r.Id).ToHashSet();
        return [.. ById.Where(s => !changed.Contains(s.Key)).Select(s => Phrase.Ship(s.Key, s.Value)), .. rows.Where(r => r.RemovedAt is null).OrderBy(r => r.Id)];
    }

    /// <summary>A phrase as it is shipped; null where none has this id.</summary>
    public static Phrase? Find(PhraseId id) => ById.TryGetValue(id, out var content) ? Phrase.Ship(id, content) : null;

    /// <summary>The same id in every tenant and release, made of the code, which therefore never changes.</summary>
    private static PhraseId IdOf(string language, string code)
    {
        Span<byte> id = stackalloc byte[16];
        PhraseId.FirstAt(Since).Value.TryWriteBytes(id, bigEndian: true, out _);
        SHA256.HashData(Encoding.UTF8.GetBytes($"{language}.{code}")).AsSpan(0, 10).CopyTo(id[6..]);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(new Guid(id, bigEndian: true));
    }

    private static IEnumerable<Shipped> Read(string language)
    {
        using var stream = typeof(ShippedPhrases).Assembly.GetManifestResourceStream($"Crm.Domain.Phrases.phrases.{language}.json")!;
        return JsonSerializer.Deserialize<List<Shipped>>(stream, Json)!.Select(s => s with { Language = language });
    }

    private sealed record Shipped(string Code, string Text, string Better, PhraseRule Rule, PhraseEffect Effect, IReadOnlyList<string>? Excuses = null, string Language = "");
}
