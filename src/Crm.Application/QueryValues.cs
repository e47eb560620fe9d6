using System.Diagnostics.CodeAnalysis;

namespace Crm.Application;

/// <summary>An instant in an address, in the same form as in a body.</summary>
public readonly record struct Instant(DateTimeOffset Value) : IParsable<Instant>
{
    public static Instant Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var instant) ? instant : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Instant result)
    {
        // A plus of an offset that was not escaped arrives as a space.
        var ok = InstantConverter.TryParse((s ?? "").Replace(' ', '+'), out var value);
        result = new(value);
        return ok;
    }

    public override string ToString() => InstantConverter.Text(Value);
}

/// <summary>One or more of the values of <typeparamref name="T"/>, separated by commas.</summary>
public readonly record struct Choices<T>(IReadOnlyList<T> Values) : IParsable<Choices<T>> where T : struct, Enum
{
    public static Choices<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var choices) ? choices : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choices<T> result)
    {
        var values = new List<T>();
        foreach (var name in (s ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Enum.TryParse<T>(name, ignoreCase: true, out var value) || name.Length == 0 || !char.IsLetter(name[0]))
            {
                result = default;
                return false;
            }
            values.Add(value);
        }
        result = new(values);
        return true;
    }

    public override string ToString() => string.Join(',', Values.Order());
}

/// <summary>One of the values of <typeparamref name="T"/>, written as in a body.</summary>
public readonly record struct Choice<T>(T Value) : IParsable<Choice<T>> where T : struct, Enum
{
    public static Choice<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var choice) ? choice : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<T> result)
    {
        var ok = Choices<T>.TryParse(s, provider, out var choices) && choices.Values.Count == 1;
        result = ok ? new(choices.Values[0]) : default;
        return ok;
    }

    public override string ToString() => Value.ToString();
}
