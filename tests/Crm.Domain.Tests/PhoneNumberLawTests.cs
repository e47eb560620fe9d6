using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests;

public sealed class PhoneNumberLawTests
{
    private static readonly string[] Countries = ["IR", "DE", "US", "GB", "IT", "AE", "", "XX", "یی"];
    private static readonly string[] Between = ["", " ", "-", ".", " - ", "\u200e", "\u200c", ")", "(", "/"];

    private static readonly Arbitrary<(string Number, List<string> Gaps, int Script)> Mobile =
        Gen.Choose(0, 9).ListOf(9).SelectMany(digits => Gen.Elements(Between).ListOf(10).SelectMany(gaps =>
            Gen.Choose(0, 2).Select(script => ("9" + string.Concat(digits), gaps.ToList(), script)))).ToArbitrary();

    [Fact]
    public void No_text_makes_reading_fail_and_what_is_read_is_E164() => Any.LongText.Holds(text => Countries.All(country =>
        !PhoneNumber.TryParse(text, country, out var number) || IsE164(number.E164)));

    [Fact]
    public void What_is_read_reads_the_same_again() => Any.Text.Holds(text => Countries.All(country =>
        !PhoneNumber.TryParse("+" + text, country, out var number) || (PhoneNumber.TryParse(number.E164, "US", out var again) && again == number && number.National().Length > 0)));

    [Fact]
    public void Every_way_of_writing_a_number_is_that_number() => Mobile.Holds(written =>
    {
        var expected = "+98" + written.Number;
        var spaced = string.Concat(written.Number.Zip(written.Gaps, (digit, gap) => gap + digit));
        return new[] { "+98" + spaced, "0098" + spaced, "0" + spaced, "+98 " + spaced + " " }.Select(t => InScript(t, written.Script))
            .All(text => PhoneNumber.TryParse(text, "IR", out var number) && number.E164 == expected);
    });

    [Fact]
    public void The_national_form_reads_back_in_its_country() => Mobile.Holds(written =>
        PhoneNumber.TryParse("+98" + written.Number, "IR", out var number) && PhoneNumber.TryParse(number.National(), "IR", out var again) && again == number);

    private static string InScript(string text, int script) =>
        script == 0 ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + (script == 1 ? '۰' : '٠')) : c));

    private static bool IsE164(string text) =>
        text.Length is >= 7 and <= PhoneNumber.MaxDigits + 1 && text[0] == '+' && text[1] != '0' && text.Skip(1).All(char.IsAsciiDigit);
}
