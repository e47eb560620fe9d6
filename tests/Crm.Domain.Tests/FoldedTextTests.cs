namespace Crm.Domain.Tests;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("علي", "علی")]
    [InlineData("كريم", "کریم")]
    [InlineData("می‌رود", "میرود")]
    [InlineData("سلـــام", "سلام")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("آرش", "ارش")]
    [InlineData("۰۹۱۲", "0912")]
    [InlineData("٠٩١٢", "0912")]
    [InlineData("Müller", "muller")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("Straße", "strasse")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("", "")]
    public void Folds_spellings_of_one_word_together(string text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));

    [Fact]
    public void Gives_the_parts_of_a_word_that_a_joiner_divides() => Assert.Equal(["علیرضا", "علی", "رضا"], FoldedText.Words("علی‌رضا"));

    [Fact]
    public void Gives_runs_of_letters_and_digits() => Assert.Equal(["o", "neill", "and", "sons", "42"], FoldedText.Words("O'Neill and Sons, 42"));

    [Fact]
    public void Survives_half_a_surrogate_pair() => Assert.Equal("a\ufffdb", FoldedText.Nfc("a\ud800b"));

    [Fact]
    public void Sorts_by_the_Persian_alphabet()
    {
        string[] alphabet = ["ابراهیم", "بهار", "پروین", "تارا", "جواد", "چنگیز", "حمید", "زهرا", "ژاله", "سارا", "قاسم", "کاوه", "گلی", "لیلا", "مریم", "نادر", "وحید", "هما", "یاسر"];
        Assert.Equal(alphabet, alphabet.Reverse().OrderBy(FoldedText.SortKey, StringComparer.Ordinal));
    }
}
