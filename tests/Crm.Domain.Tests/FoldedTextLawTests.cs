using System.Text;

namespace Crm.Domain.Tests;

public sealed class FoldedTextLawTests
{
    private static readonly string[] PersianAlphabet =
    [
        "آ", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی",
    ];

    [Fact]
    public void No_text_makes_folding_fail() => Any.LongText.Holds(text =>
        FoldedText.Fold(text) is not null && FoldedText.Words(text).Count() >= 0 && FoldedText.SortKey(text) is not null && FoldedText.Nfc(text) is not null);

    [Fact]
    public void Folding_what_is_folded_changes_nothing() => Any.Text.Holds(text => FoldedText.Fold(FoldedText.Fold(text)) == FoldedText.Fold(text));

    [Fact]
    public void Composed_and_decomposed_text_fold_to_the_same() => Any.WellFormedText.Holds(text =>
        FoldedText.Fold(text.Normalize(NormalizationForm.FormC)) == FoldedText.Fold(text)
        && FoldedText.Fold(text.Normalize(NormalizationForm.FormD)) == FoldedText.Fold(text));

    [Fact]
    public void Letters_that_Arabic_and_Persian_keyboards_write_differently_fold_to_the_same() => Any.Text.Holds(any =>
    {
        // Halves of a character that only a joiner keeps apart are no text: taking it away would make a letter of them.
        var text = Any.WellFormed(any);
        return FoldedText.Fold(text.Replace('ی', 'ي').Replace('ک', 'ك')) == FoldedText.Fold(text)
            && FoldedText.Fold(text.Replace("\u200c", "", StringComparison.Ordinal).Replace("ـ", "", StringComparison.Ordinal)) == FoldedText.Fold(text);
    });

    [Fact]
    public void Words_are_folded_and_never_empty() => Any.Text.Holds(text => FoldedText.Words(text).All(w => w.Length > 0 && FoldedText.Fold(w) == w));

    [Fact]
    public void Stored_text_is_well_formed_and_stays_the_same_when_stored_again() => Any.Text.Holds(text =>
        FoldedText.Nfc(FoldedText.Nfc(text)) == FoldedText.Nfc(text) && Any.WellFormed(FoldedText.Nfc(text)) == FoldedText.Nfc(text));

    [Fact]
    public void The_Persian_alphabet_is_in_order() =>
        Assert.Equal(PersianAlphabet, PersianAlphabet.Reverse().OrderBy(l => FoldedText.SortKey(l + "م"), StringComparer.Ordinal));

    [Theory]
    [InlineData("علي رضايي", "علی رضایی")]
    [InlineData("می‌خواهم", "میخواهم")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("كــتاب", "کتاب")]
    [InlineData("۰۹۱۲", "0912")]
    [InlineData("٠٩١٢", "0912")]
    [InlineData("STRASSE", "straße")]
    [InlineData("STRAẞE", "straße")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("\u202eevil\u202c", "evil")]
    public void Spellings_that_a_reader_takes_for_the_same_fold_to_the_same(string one, string other) => Assert.Equal(FoldedText.Fold(other), FoldedText.Fold(one));
}
