using System.Runtime.InteropServices;

namespace Crm.Domain.Phrases;

/// <summary>Many phrases, sought together in one walk over a text, from the beginning of each word.</summary>
internal sealed class PhraseTrie
{
    private const int MostSpellings = 64;

    private readonly Dictionary<long, int> steps = [];
    private readonly Dictionary<int, List<int>> ends = [];
    private int nodes = 1;

    /// <summary>
    /// Adds a phrase in each of its spellings: what its compounds have between them may be a ZWNJ, a space or nothing. Where there are too many of them, that of the phrase is
    /// among those that are left.
    /// </summary>
    public void Add(string pattern, int value)
    {
        List<int> at = [0];
        for (var i = 0; i < pattern.Length; i++)
        {
            var sign = pattern[i];
            at = sign switch
            {
                GuardedText.Joined => Both(at, Apart, otherwise: at),
                PersianWords.Loose => Both(at, Apart, otherwise: null),
                PersianWords.Ezafe => Both(at, ApartWithYe, otherwise: null),
                _ => at.ConvertAll(node => Child(node, sign)),
            };
            at = PersianWords.MayTakeEzafe(pattern, i) ? Both(at, ApartWithYe, otherwise: at) : at;
        }
        foreach (var node in at)
        {
            ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, node, out _);
            (values ??= []).Add(value);
        }
    }

    private int Apart(int node) => Child(node, GuardedText.Apart);

    private int ApartWithYe(int node) => Child(Apart(node), PersianWords.Ye);

    /// <summary>With a step and without it; where that is too many, what is given otherwise, which is the step where nothing is.</summary>
    private static List<int> Both(List<int> at, Converter<int, int> step, List<int>? otherwise) =>
        at.Count * 2 <= MostSpellings ? [.. at, .. at.ConvertAll(step)] : otherwise ?? at.ConvertAll(step);

    /// <summary>Tells every place: the first and the last sign, and the phrase. The same place may be told twice.</summary>
    public void Find(GuardedText text, Action<int, int, int> found)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.BeginsWord(i))
            {
                Follow(text, 0, i, i, found);
            }
        }
    }

    private void Follow(GuardedText text, int node, int at, int first, Action<int, int, int> found)
    {
        var signs = text.Signs;
        for (; at < signs.Length; at++)
        {
            var sign = signs[at];
            if (sign is GuardedText.Apart or GuardedText.Unseen)
            {
                Tell(node, first, at - 1, found);
            }
            if (sign is GuardedText.Joined or GuardedText.Unseen)
            {
                if (steps.TryGetValue(Step(node, GuardedText.Apart), out var apart))
                {
                    Follow(text, apart, at + 1, first, found);
                }
            }
            else if (!steps.TryGetValue(Step(node, sign), out node))
            {
                return;
            }
        }
        Tell(node, first, at - 1, found);
    }

    private void Tell(int node, int first, int last, Action<int, int, int> found)
    {
        if (ends.TryGetValue(node, out var values))
        {
            foreach (var value in values)
            {
                found(first, last, value);
            }
        }
    }

    private int Child(int node, char sign)
    {
        ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(steps, Step(node, sign), out var known);
        return known ? child : child = nodes++;
    }

    private static long Step(int node, char sign) => ((long)node << 16) | sign;
}
