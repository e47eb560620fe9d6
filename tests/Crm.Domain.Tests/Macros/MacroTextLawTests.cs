using Crm.Domain.Macros;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Macros;

[Trait("Requirement", "S4-NAME-1")]
public sealed class MacroTextLawTests
{
    private static readonly Dictionary<string, MergeValue> None = [];

    private static readonly Arbitrary<(string Before, string Value, string FallBack, string After)> Pieces =
        (from before in Any.Text.Generator
         from value in Any.Text.Generator
         from fallBack in Any.Text.Generator
         from after in Any.Text.Generator
         select (Plain(before), value + "{{tenant.name}}", Plain(fallBack) + "x", Plain(after))).ToArbitrary();

    [Fact]
    public void Values_appear_as_they_are_turn_nothing_around_them_and_are_never_read_again() => Pieces.Holds(p =>
    {
        var body = MacroBody.Parse(p.Before + "{{customer.preferredName|" + p.FallBack + "}}" + p.After + "{{ staff.name }}").Value;
        var given = new Dictionary<string, MergeValue> { ["customer.preferredName"] = new(p.Value), ["staff.name"] = new("}}" + p.Value) };
        return MacroText.Of(body, "fa", given, None).Value.Text == p.Before + BidiText.Closed(p.Value) + p.After + BidiText.Closed("}}" + p.Value);
    });

    [Fact]
    public void Without_values_no_brace_is_left() => Pieces.Holds(p =>
    {
        var body = MacroBody.Parse(p.Before + "{{customer.preferredName|" + p.FallBack + "}}" + p.After + "{{customer.salutation}}").Value;
        var text = MacroText.Of(body, "fa-IR", None, None).Value.Text;
        return text == p.Before + p.FallBack.Trim() + p.After + "مشتری گرامی" && text.IndexOfAny(['{', '}']) < 0;
    });

    [Fact]
    public void Whatever_is_parsed_leaves_no_placeholder() => Any.Text.Generator.SelectMany(a => Any.Text.Generator.SelectMany(b => Gen.Elements("{{", "{", "}}", "{{tenant.name", "|", "}")
        .Select(c => a + c + b + "{{tenant.name}}"))).ToArbitrary().Holds(text =>
    {
        var given = new Dictionary<string, MergeValue> { ["tenant.name"] = new("Golestan") };
        return MacroBody.Parse(text).Failed(out var error, out var body)
            ? error.Fields.Count > 0
            : MacroText.Of(body, "en", given, None).Value.Text.IndexOfAny(['{', '}']) < 0;
    });

    [Theory]
    [InlineData("Hello {{customer.nme}}", "placeholder_unknown", 6)]
    [InlineData("Hello {{customer.nme|you}}!", "placeholder_unknown", 6)]
    [InlineData("{{Customer.preferredName}}", "placeholder_unknown", 0)]
    [InlineData("Hello {{customer.preferredName", "placeholder_malformed", 6)]
    [InlineData("Hello {customer.preferredName}", "placeholder_malformed", 6)]
    [InlineData("Hello customer.preferredName}}", "placeholder_malformed", 28)]
    [InlineData("Hello {{{customer.preferredName}}}", "placeholder_malformed", 6)]
    [InlineData("{{}}", "placeholder_malformed", 0)]
    [InlineData("{{ | you }}", "placeholder_malformed", 0)]
    [InlineData("{{customer.preferredName|}}", "placeholder_malformed", 0)]
    [InlineData("{{customer.preferredName|\u200c}}", "placeholder_malformed", 0)]
    [InlineData("{{customer.preferredName|{{staff.name}}}}", "placeholder_malformed", 0)]
    public void What_makes_no_merge_field_is_refused_with_its_place(string body, string code, int position)
    {
        Assert.True(MacroBody.Parse(body).Failed(out var error));
        Assert.Equal("macro." + code, error.Code);
        Assert.Equal((code, position.ToString(System.Globalization.CultureInfo.InvariantCulture)), (error.Fields[0].Code, error.Fields[0].Args!["Position"]));
    }

    [Fact]
    public void The_nearest_words_fill_a_field()
    {
        var (request, record, blank) = (new MergeValue("request"), new MergeValue("record"), new MergeValue(" \u200b"));
        Assert.Equal(("request", FilledFrom.Request), Fill("{{staff.name|words}}", request, record));
        Assert.Equal(("record", FilledFrom.Record), Fill("{{staff.name|words}}", blank, record));
        Assert.Equal(("words", FilledFrom.FallBack), Fill("{{staff.name|words}}", blank, blank));
        Assert.Equal(("your contact", FilledFrom.Politeness), Fill("{{staff.name}}", blank, blank));
    }

    [Fact]
    public void A_field_without_any_words_is_refused_by_name_and_once()
    {
        var body = MacroBody.Parse("{{complaint.reference}} {{complaint.reference}} {{nextUpdate.date}} {{customer.salutation}}").Value;
        Assert.True(MacroText.Of(body, "fa", None, None).Failed(out var error));
        Assert.Equal(("macro.value_missing", "/values/complaint.reference,/values/nextUpdate.date"), (error.Code, string.Join(',', error.Fields.Select(f => f.Pointer))));
        Assert.True(MacroText.Of(body, "de", None, None).Failed(out error));
        Assert.Equal(3, error.Fields.Count);
    }

    [Theory]
    [InlineData("fa", 2026, 3, 21, "۱ فروردین ۱۴۰۵")]
    [InlineData("fa", 2025, 3, 20, "۳۰ اسفند ۱۴۰۳")]
    [InlineData("en", 2026, 3, 25, "25 March 2026")]
    [InlineData("de", 2026, 3, 25, "2026-03-25")]
    public void A_date_is_written_out_in_the_language(string language, int year, int month, int day, string written) =>
        Assert.Equal(written, MacroText.Written(new(year, month, day), language));

    [Theory]
    [InlineData(MacroPurpose.Answer, true)]
    [InlineData(MacroPurpose.Acknowledgement, true)]
    [InlineData(MacroPurpose.PolicyStatement, false)]
    [InlineData(MacroPurpose.Survey, false)]
    [InlineData(MacroPurpose.AutoReply, false)]
    [Trait("Requirement", "S1-DEFLECT-1")]
    public void What_deflects_is_no_response(MacroPurpose purpose, bool canRespond) => Assert.Equal(canRespond, purpose.CanRespond());

    private static (string, FilledFrom) Fill(string body, MergeValue given, MergeValue known)
    {
        var text = MacroText.Of(MacroBody.Parse(body).Value, "en", new Dictionary<string, MergeValue> { ["staff.name"] = given }, new Dictionary<string, MergeValue> { ["staff.name"] = known }).Value;
        return (text.Text, Assert.Single(text.Fields).From);
    }

    private static string Plain(string text) => text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}
