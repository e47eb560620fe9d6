using System.Globalization;
using System.Text;

namespace Crm.Domain.Complaints;

/// <summary>What is counted of complaints: codes as they stand in a written set of counts, as short as they can be.</summary>
public static class Figure
{
    public const string Received = "n";
    public const string Resolved = "r";
    public const string Reopened = "o";
    public const string Appealed = "a";
    public const string Withdrawn = "w";
    public const string Duplicate = "d";
    public const string ClosedConfirmed = "c";
    public const string ClosedUnconfirmed = "u";
    public const string Unanswered = "q";
    public const string Deflected = "f";
    public const string Transfers = "t";
    public const string Bounced = "b";
    public const string ExecutiveCalled = "x";
    public const string ExecutiveAnswered = "xa";
    public const string HelpCompleted = "hc";
    public const string HelpRequired = "hr";

    /// <summary>What was delivered, by what was expected: followed by the outcome.</summary>
    public const string Expectation = "e:";

    /// <summary>Seconds from the receipt to the first contact by a person: followed by the step of a <see cref="LogScale"/>.</summary>
    public const string Contact = "C:";

    /// <summary>Seconds from the receipt to the first resolution.</summary>
    public const string Resolution = "R:";

    /// <summary>Seconds from the last call for the executive to their answer.</summary>
    public const string ExecutiveAnswer = "X:";

    /// <summary>Accepted remedies: followed by kind, currency and step.</summary>
    public const string Remedy = "$:";
}

/// <summary>A set of counts. Those of many complaints are the sum of those of each, so that what a complaint counted for can be taken away again.</summary>
public sealed class Figures
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, long>> Counts => counts.Where(c => c.Value != 0);
    public bool IsEmpty => counts.Values.All(c => c == 0);
    public long this[string code] => counts.GetValueOrDefault(code);

    public Figures Count(string code, long times = 1)
    {
        counts[code] = counts.GetValueOrDefault(code) + times;
        return this;
    }

    public Figures Add(Figures other, int times = 1)
    {
        foreach (var (code, count) in other.counts)
        {
            Count(code, count * times);
        }
        return this;
    }

    /// <summary>Adds what was written, without a set in between.</summary>
    public Figures Add(string written, int times = 1)
    {
        for (var rest = written.AsSpan(); rest.Length > 0;)
        {
            var end = rest.IndexOf(';');
            var entry = end < 0 ? rest : rest[..end];
            var between = entry.LastIndexOf('=');
            var count = long.Parse(entry[(between + 1)..], CultureInfo.InvariantCulture) * times;
            var known = counts.GetAlternateLookup<ReadOnlySpan<char>>();
            known[entry[..between]] = (known.TryGetValue(entry[..between], out var before) ? before : 0) + count;
            rest = end < 0 ? default : rest[(end + 1)..];
        }
        return this;
    }

    public static Figures Parse(string written) => new Figures().Add(written);

    /// <summary>What began with a code, by what stands behind it.</summary>
    public IEnumerable<(string Behind, long Count)> Behind(string code) =>
        Counts.Where(c => c.Key.StartsWith(code, StringComparison.Ordinal)).Select(c => (c.Key[code.Length..], c.Value));

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (code, count) in Counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length > 0 ? ";" : "").Append(code).Append('=').Append(count.ToString(CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }
}

/// <summary>
/// Steps that grow by the same factor, eight to a doubling: a value is told by the middle of its step, and so by at most 4.5 percent too high or too low, however large it is.
/// </summary>
public static class LogScale
{
    private const int StepsPerDoubling = 8;

    public static int StepOf(double value) => value < 1 ? 0 : 1 + (int)(StepsPerDoubling * Math.Log2(value));

    public static double MiddleOf(int step) => step == 0 ? 0 : Math.Pow(2, (step - 0.5) / StepsPerDoubling);

    /// <summary>The value below or at which this part of all lies: the smallest of whose rank is at least the part of all; null where there is none.</summary>
    public static double? Quantile(IEnumerable<(int Step, long Count)> counted, double part)
    {
        var steps = counted.Where(c => c.Count > 0).OrderBy(c => c.Step).ToList();
        var rank = Math.Max(1, (long)Math.Ceiling(part * steps.Sum(s => s.Count)));
        foreach (var (step, count) in steps)
        {
            if ((rank -= count) <= 0)
            {
                return MiddleOf(step);
            }
        }
        return null;
    }
}
