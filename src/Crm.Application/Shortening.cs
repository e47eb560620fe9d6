namespace Crm.Application;

/// <summary>Words that stand in a place with less room.</summary>
internal static class Shortening
{
    /// <summary>The beginning, with … where something was left out.</summary>
    public static string AtMost(this string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }
        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
