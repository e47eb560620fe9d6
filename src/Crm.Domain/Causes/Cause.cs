using System.Text.RegularExpressions;

namespace Crm.Domain.Causes;

/// <summary>Why customers complain: one entry of the tenant's own taxonomy (S1-LEARN-1).</summary>
public sealed partial record CauseContent
{
    public const int CodeMaxLength = 60;
    public const int NameMaxLength = 200;
    public const int MaxNames = 20;

    /// <summary>Its code, unique in the tenant and never changed: words of lower case letters and digits joined by hyphens, at most 60 characters.</summary>
    public required string Code { get; init; }

    /// <summary>What people see, by BCP 47 tag, such as fa and en: 1 to 20 names of 1 to 200 characters.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The cause that this one is a special case of; none at the top. A taxonomy has up to 3 levels.</summary>
    public CauseId? ParentId { get; init; }

    /// <summary>Whether it lies in the tenant's own hands; null where that was not said.</summary>
    public bool? Controllable { get; init; }

    public static readonly CauseContent Example = new() { Code = "late-delivery", Names = NamesOf("دیرکرد در تحویل", "Late delivery"), Controllable = true };

    public static bool IsCode(string text) => text.Length <= CodeMaxLength && CodeShape().IsMatch(text);

    public static IReadOnlyDictionary<string, string> NamesOf(string fa, string en) => new Dictionary<string, string>(StringComparer.Ordinal) { ["fa"] = fa, ["en"] = en };

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex CodeShape();
}

/// <inheritdoc cref="CauseContent"/>
public sealed class Cause : AggregateRoot<Cause>, IResource
{
    /// <summary>How many causes a tenant has at most, retired ones included.</summary>
    public const int Most = 500;
    public const int MostLevels = 3;

    /// <summary>Sorts before every character of a code, so that what lies below a cause follows it at once.</summary>
    private const char Below = ' ';

    private Cause() { }

    public static string Prefix => "cause";

    public string Code { get; private set; } = "";

    /// <summary>The code, as it must be unique.</summary>
    public ByteKey CodeKey { get; private set; }
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public CauseId? ParentId { get; private set; }
    public bool? Controllable { get; private set; }

    /// <summary>The codes from the top down to this one: the order of the tree.</summary>
    public ByteKey Place { get; private set; }

    /// <summary>When it went out of use. It stays on what it was given to, and is given to nothing new.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public IReadOnlyList<string> Path => PathOf(Place);
    public CauseContent Content => new() { Code = Code, Names = Names, ParentId = ParentId, Controllable = Controllable };

    public static IReadOnlyList<string> PathOf(ByteKey place) => place.ToString().Split(Below);
    public static ByteKey PlaceOf(IEnumerable<string> path) => ByteKey.Of(string.Join(Below, path));

    /// <param name="parent">The cause of the content's parent; null at the top.</param>
    public static Result<Cause> Add(CauseContent content, Cause? parent, DateTimeOffset now)
    {
        if (RefusalOf(parent) is { } refusal)
        {
            return refusal;
        }
        var cause = new Cause { Id = CauseId.New(now), Code = content.Code, CodeKey = ByteKey.Of(content.Code) };
        cause.Place = cause.PlaceBelow(parent);
        cause.Take(content, now);
        cause.Raise(new CauseAdded(cause.Id));
        return cause;
    }

    /// <summary>Changes everything but the code.</summary>
    /// <param name="all">Every cause of the tenant, needed where it gets another parent: those below it go with it.</param>
    public Result Revise(CauseContent content, IReadOnlyCollection<Cause> all, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return CauseErrors.Retired;
        }
        if (content.Code != Code)
        {
            return CauseErrors.CodeIsFixed;
        }
        if (content.ParentId != ParentId)
        {
            var parent = all.FirstOrDefault(c => c.Id == content.ParentId);
            if (RefusalOfMove(content.ParentId, parent, all) is { } refusal)
            {
                return refusal;
            }
            Place = PlaceBelow(parent);
            Follow(all, now);
        }
        Take(content, now);
        Raise(new CauseRevised(Id));
        return Result.Done;
    }

    /// <summary>Takes it out of use. Repeating it changes nothing.</summary>
    public Result Retire(bool hasActiveBelow, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return Result.Done;
        }
        if (hasActiveBelow)
        {
            return CauseErrors.HasActiveBelow;
        }
        RetiredAt = now;
        Changed(now);
        Raise(new CauseRetired(Id));
        return Result.Done;
    }

    private void Take(CauseContent content, DateTimeOffset now)
    {
        Names = content.Names.ToDictionary(n => n.Key, n => FoldedText.Nfc(n.Value.Trim()), StringComparer.Ordinal);
        (ParentId, Controllable) = (content.ParentId, content.Controllable);
        Changed(now);
    }

    /// <summary>Everything below goes where this one went.</summary>
    private void Follow(IReadOnlyCollection<Cause> all, DateTimeOffset now)
    {
        foreach (var child in all.Where(c => c.ParentId == Id && c.Place != c.PlaceBelow(this)))
        {
            child.Place = child.PlaceBelow(this);
            child.Changed(now);
            child.Follow(all, now);
        }
    }

    private ByteKey PlaceBelow(Cause? parent) => ByteKey.Of(parent is null ? Code : $"{parent.Place}{Below}{Code}");

    private static Error? RefusalOf(Cause? parent) =>
        parent?.RetiredAt is not null ? CauseErrors.ParentUnknown : parent?.Path.Count >= MostLevels ? CauseErrors.TooDeep : null;

    private Error? RefusalOfMove(CauseId? parentId, Cause? parent, IReadOnlyCollection<Cause> all)
    {
        if (parentId is not null && parent is null)
        {
            return CauseErrors.ParentUnknown;
        }
        if (parent is null)
        {
            return null;
        }
        var below = Subtree(all);
        return below.Contains(parent) ? CauseErrors.Circular.With(parent.Id.ToString())
            : RefusalOf(parent) is { } refusal ? refusal
            : parent.Path.Count + below.Max(c => c.Path.Count) - Path.Count + 1 > MostLevels ? CauseErrors.TooDeep
            : null;
    }

    /// <summary>This one and everything below it.</summary>
    private List<Cause> Subtree(IReadOnlyCollection<Cause> all)
    {
        List<Cause> found = [this];
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(all.Where(c => c.ParentId == found[i].Id && !found.Contains(c)));
        }
        return found;
    }
}
