using System.Text;

namespace Crm.Api.Tests.Hostile;

/// <summary>What is sent where something else is meant.</summary>
internal static class HostileValues
{
    public static readonly string Long = new('x', 100_000);

    /// <summary>JSON for a member, tried on each.</summary>
    public static readonly string[] Always =
    [
        "null", "true", "-1", "1e400", "{\"a\":1}", "[{}]", "\"\\ud800\"", "\"a\\u0000b\"", $"\"{Long}\"", Array("1", 10_000), "\"\"",
    ];

    /// <summary>JSON for a member, tried on some each time.</summary>
    public static readonly string[] InTurn =
    [
        "0", "1.5", "-1e400", "9223372036854775808", "-9223372036854775809", "2147483648", "99999999999999999999999999999", "1e-400", "[]", "{}", "[null]", "[[[[]]]]", "\" \"",
        "\"\\udc00x\"", "\"\\u202e\\u2066\\u200f\"", "\"\\u0007\\u001b[31m\"", "{\"x\":1,\"x\":2}", "\"2026-13-45\"", "\"0000-00-00T00:00:00Z\"", "\"9999-12-31T23:59:59.999+14:00\"",
        "\"9999-12-31T23:59:59.999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"NaN\"", "\"-1\"", "\"1\"", "\"customer_00000000000000000000000000\"",
        "\"customer_7zzzzzzzzzzzzzzzzzzzzzzzzz\"", "\"customer_8zzzzzzzzzzzzzzzzzzzzzzzzz\"", "\"'; DROP TABLE Customers; --\"", "\"%_[a-z]%\"", "\"{0} {{}} {MaxLength}\"", "\"../../etc/passwd\"",
        "\"😀👩‍👩‍👧\"", "\"\\ufffe\\uffff\\ufdd0\"", "\"<script>alert(1)</script>\"", "\"a@b\"", "\"+\"", "\"00\"", Array("\"x\"", 10_000), Array("{}", 1_000), Array("null", 300), Deep("[", "]", 20), Deep("{\"a\":", "}", 25),
        Array("\"" + new string('پ', 300) + "\"", 5), "\"" + new string('\u0651', 500) + "\"", "{\"" + new string('k', 5000) + "\":\"v\"}", "{\"\\ud800\":\"v\"}", "{\"\":\"\"}", "{\"a\\u0000\":\"\\ud800\"}",
    ];

    /// <summary>Whole bodies.</summary>
    public static readonly string[] Bodies =
    [
        "", " ", "null", "1", "true", "\"text\"", "[]", "{", "}", "{}", "{]", "{\"a\":", "{\"a\":1,}", "{'a':1}", "{/**/}", "{}{}", "{} x", "\ufeff{}", "NaN", "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}", "[[[]]]",
        "{\"__proto__\":{}}", "{\"$type\":\"System.Object\"}", "{\"$ref\":\"1\",\"$id\":\"1\"}", Deep("{\"a\":", "}", 100), Deep("[", "]", 100), Deep("[", "]", 100_000), Array("{}", 10_000),
        "{\"a\":\"" + new string('x', 1_100_000) + "\"}", "{" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"m{i}\":1")) + "}", "\0", "\u202e{}",
    ];

    /// <summary>Values of a query parameter, escaped as an address has them.</summary>
    public static readonly string[] Parameters =
    [
        "", "%20", "%00", "%FF", "%C3%28", "%ED%A0%80", "%F0%9F%98%80", "-1", "0", "201", "1.5", "1e400", "99999999999999999999", "NaN", "null", "true", "TRUE", "[]", "{}", "a,b,,c", ",", ",,,,", "'", "\"", "%25", "_", "%5B", "--", "-", "=", "%3D",
        ":", "a:b", "a%3Db", "..%2F..", "2026-13-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999-14:00", "0001-01-01T00:00:00%2B14:00", "2026-01-01", "2026-01-01T00:00:00",
        "customer_00000000000000000000000000", "customer_7zzzzzzzzzzzzzzzzzzzzzzzzz", "staff_7zzzzzzzzzzzzzzzzzzzzzzzzz", "%D8%B1%D8%B6%D8%A7", "%E2%80%8C", "%CC%81", "a%20b%20c%20d%20e%20f%20g%20h%20i%20j", "id,id,id", "createdAt", "-createdAt",
        new string('9', 300), new string('x', 4000), string.Join("%20", Enumerable.Repeat("x", 500)),
    ];

    public static readonly (string Name, string Value)[] Headers =
    [
        ("If-Match", ""), ("If-Match", "W/\"1\""), ("If-Match", "\""), ("If-Match", "garbage"), ("If-Match", "*,*,\"1\""), ("If-Match", new string('"', 5000)), ("If-Match", "\"99999999999999999999\""), ("If-Match", "\"-1\""),
        ("If-None-Match", "*"), ("If-None-Match", new string(',', 5000)), ("If-None-Match", "\"ی\""),
        ("Idempotency-Key", ""), ("Idempotency-Key", " "), ("Idempotency-Key", new string('k', 201)), ("Idempotency-Key", "کلید"), ("Idempotency-Key", "a\tb"), ("Idempotency-Key", "\"quoted\""),
        ("Accept-Language", "fa;q=NaN"), ("Accept-Language", ";;;,,,;q="), ("Accept-Language", "*"), ("Accept-Language", "fa-IR-u-ca-persian;q=9999999999"), ("Accept-Language", new string('f', 8000)), ("Accept-Language", "ی"),
        ("Accept", "text/html"), ("Accept", "garbage"), ("Accept", "*/*;q=2"), ("traceparent", "garbage"), ("traceparent", "00-" + new string('0', 32) + "-" + new string('0', 16) + "-00"),
        ("X-HTTP-Method-Override", "DELETE"), ("Range", "bytes=0-1"), ("Expect", "nonsense"), ("Prefer", "x"), ("Cookie", new string('c', 5000)), ("Host", "evil.example.com"),
    ];

    public static readonly string[] ContentTypes =
        ["text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/octet-stream", "a/b", "application/problem+json"];

    /// <summary>Bodies that are no text.</summary>
    public static readonly byte[][] Bytes = [[0xFF, 0xFE, 0x7B, 0], [0xC3, 0x28], [.. "{\"a\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8], [.. "{\"a\":\""u8, 0xFF, .. "\"}"u8], [0], Encoding.UTF32.GetBytes("{}")];

    public static string Array(string item, int count) => "[" + string.Join(',', Enumerable.Repeat(item, count)) + "]";

    public static string Deep(string open, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + (open.Contains(':', StringComparison.Ordinal) ? "1" : "") + string.Concat(Enumerable.Repeat(close, depth));
}
