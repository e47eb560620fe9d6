using System.Text;

namespace Crm.Domain;

/// <summary>Text that stands inside other text without turning what follows it: a name in a salutation, a value in a message (S4-CULT-1).</summary>
public static class BidiText
{
    private const char EndOfEmbedding = '\u202c';
    private const char EndOfIsolate = '\u2069';

    /// <summary>The text with an end for every change of direction that it leaves open; the same one where it leaves none.</summary>
    public static string Closed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u202a', '\u2069'))
        {
            return text;
        }
        var open = new Stack<char>();
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u202a' or '\u202b' or '\u202d' or '\u202e':
                    open.Push(EndOfEmbedding);
                    break;
                case '\u2066' or '\u2067' or '\u2068':
                    open.Push(EndOfIsolate);
                    break;
                // An embedding ends inside of its isolate only, and an isolate takes along what is open in it.
                case EndOfEmbedding when open.TryPeek(out var last) && last == EndOfEmbedding:
                    open.Pop();
                    break;
                case EndOfIsolate when open.Contains(EndOfIsolate):
                    while (open.Pop() != EndOfIsolate)
                    {
                    }
                    break;
                case '\n' or '\u2029':
                    open.Clear();
                    break;
            }
        }
        return open.Count == 0 ? text : new StringBuilder(text).Append([.. open]).ToString();
    }
}
