using System.Runtime.InteropServices;

namespace Crm.Domain.Callbacks;

/// <summary>When we call: from an instant up to another, which is not included, and the time zone in which the customer reads it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CallbackWindow(DateTimeOffset From, DateTimeOffset To, string TimeZone)
{
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(60);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public bool Holds(DateTimeOffset at) => at >= From && at < To;

    /// <summary>What is wrong with a window that is to be promised now; null where nothing is.</summary>
    public Error? Refusal(DateTimeOffset now)
    {
        if (From >= To)
        {
            return Fault("window_reversed", "A window begins before it ends.");
        }
        return To <= now ? Fault("window_past", "A window ends in the future.")
            : To - now > MostAhead ? Fault("window_too_far", "A window ends within 60 days.")
            : To - From > Longest ? Fault("window_too_long", "A window is at most 14 days long.")
            : null;
    }

    private static Error Fault(string code, string text) => Error.Invalid([new("/to", code, text)]);
}
