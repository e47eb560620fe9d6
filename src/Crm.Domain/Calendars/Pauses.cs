using System.Runtime.InteropServices;

namespace Crm.Domain.Calendars;

/// <summary>A time in which a clock stands still, from an instant up to another one; without end while it still stands.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? To);

/// <summary>The pause set P: the union of pauses, in order and without overlap.</summary>
public sealed class Pauses
{
    public static readonly Pauses None = new([]);

    private readonly Pause[] ordered;

    private Pauses(Pause[] ordered) => this.ordered = ordered;

    internal ReadOnlySpan<Pause> Ordered => ordered;

    /// <summary>Pauses in any order, which may overlap; one that ends before it begins is none.</summary>
    public static Pauses Of(IEnumerable<Pause> pauses)
    {
        var union = new List<Pause>();
        foreach (var pause in pauses.Where(p => !(p.To <= p.From)).OrderBy(p => p.From))
        {
            if (union.Count > 0 && !(union[^1].To < pause.From))
            {
                var last = union[^1];
                union[^1] = last with { To = last.To is null || pause.To is null ? null : last.To > pause.To ? last.To : pause.To };
            }
            else
            {
                union.Add(pause);
            }
        }
        return union.Count == 0 ? None : new([.. union]);
    }
}
