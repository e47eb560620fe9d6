using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests;

/// <summary>Values that nobody thought of.</summary>
internal static class Any
{
    private const int Trials = 1000;

    /// <summary>What Persian, German, Turkish, Hebrew and hostile texts are made of.</summary>
    private static readonly string[] Pieces =
    [
        "ی", "ي", "ى", "ک", "ك", "ه", "ة", "ە", "ۀ", "أ", "آ", "ا\u0653", "ئ", "ؤ", "ـ", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\ufeff",
        "\u064b", "\u0651", "\u0670", "۰", "٣", "9", "०", "ﷺ", "ﻻ", "ﭘ", "ß", "ẞ", "ı", "İ", "i", "I", "Å", "A\u030a", "é", "e\u0301", "ﬁ", "K", "Ω", "ς", "Σ", "ǆ", "ǅ",
        "𝔸", "𐐀", "😀", "👩‍👩‍👧", "\u0000", "\u0007", "\u001b", "\n", "\t", " ", "\u00a0", "\u3000", "\ud800", "\udc00", "\ufffd", "\ufffe", "\uffff", "\ufdd0", "가", "각", "ᄀ", "ー", "゙",
        "+", "-", "0", "00", "1", "98", "(", ")", "@", ".", "/", "~", "=", ":", ",", "\"", "\\", "'", "%", "_", "a", "Z",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()));

    /// <summary>Any text, lone surrogates and control characters included.</summary>
    public static readonly Arbitrary<string> Text = Piece.ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    /// <summary>Texts of up to a few thousand characters.</summary>
    public static readonly Arbitrary<string> LongText = Gen.Choose(0, 300).SelectMany(n => Piece.ListOf(n)).Select(pieces => string.Concat(pieces)).ToArbitrary();

    /// <summary>Text without lone surrogates and without U+FFFE, which the platform's Normalize does not take.</summary>
    public static readonly Arbitrary<string> WellFormedText = Text.Generator.Select(t => WellFormed(t).Replace("\ufffe", "", StringComparison.Ordinal)).ToArbitrary();

    public static readonly Arbitrary<Guid> Uuid = Gen.Choose(0, 255).ListOf(16).Select(b => new Guid([.. b.Select(x => (byte)x)], bigEndian: true)).ToArbitrary();

    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The law holds for a thousand values, or the least that breaks it is told.</summary>
    public static void Holds<T>(this Arbitrary<T> values, Func<T, bool> law) =>
        Prop.ForAll(values, law).Check(Config.QuickThrowOnFailure.WithMaxTest(Trials));

    public static void Holds<T>(this Arbitrary<T> values, Func<T, T, bool> law) =>
        Prop.ForAll(values, values, law).Check(Config.QuickThrowOnFailure.WithMaxTest(Trials));
}
