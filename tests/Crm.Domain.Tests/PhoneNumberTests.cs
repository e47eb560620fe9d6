namespace Crm.Domain.Tests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0912 123 4567", "IR", "+989121234567")]
    [InlineData("۰۹۱۲ ۱۲۳ ۴۵۶۷", "IR", "+989121234567")]
    [InlineData("٠٩١٢١٢٣٤٥٦٧", "IR", "+989121234567")]
    [InlineData("9121234567", "IR", "+989121234567")]
    [InlineData("+98 (21) 8800-1234", "US", "+982188001234")]
    [InlineData("0098 21 88001234", "US", "+982188001234")]
    [InlineData("(212) 555-0123", "US", "+12125550123")]
    [InlineData("1 212 555 0123", "US", "+12125550123")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("030 123456", "DE", "+4930123456")]
    [InlineData("06 12345678", "IT", "+390612345678")]
    [InlineData("8 (495) 123-45-67", "RU", "+74951234567")]
    [InlineData("612 34 56 78", "ES", "+34612345678")]
    [InlineData("050 123 4567", "AE", "+971501234567")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    public void Reads_numbers_as_people_write_them(string text, string country, string e164)
    {
        Assert.True(PhoneNumber.TryParse(text, country, out var number));
        Assert.Equal(e164, number.E164);
    }

    [Theory]
    [InlineData("")]
    [InlineData("call me")]
    [InlineData("12")]
    [InlineData("+0 123 456 789")]
    [InlineData("+98 912 123 4567 8901 23")]
    [InlineData("09+12 1234567")]
    public void Refuses_what_is_no_number(string text) => Assert.False(PhoneNumber.TryParse(text, "IR", out _));

    [Fact]
    public void Refuses_a_national_number_of_no_known_country() => Assert.False(PhoneNumber.TryParse("0912 123 4567", "XX", out _));

    [Theory]
    [InlineData("+989121234567", "09121234567")]
    [InlineData("+12125550123", "12125550123")]
    [InlineData("+390612345678", "0612345678")]
    public void Knows_how_it_is_dialled_at_home(string e164, string national) => Assert.Equal(national, new PhoneNumber(e164).National());
}
