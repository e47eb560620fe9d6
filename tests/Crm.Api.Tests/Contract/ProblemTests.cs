namespace Crm.Api.Tests.Contract;

/// <summary>Whatever is wrong with a request, the answer is a problem document in the reader's language.</summary>
public sealed class ProblemTests(CrmHost host) : ApiTest(host)
{
    [Theory]
    [InlineData("fa", "fa")]
    [InlineData("fa-IR", "fa")]
    [InlineData("en-GB, fa;q=0.8", "en")]
    [InlineData("en;q=0.3, fa;q=0.9", "fa")]
    [InlineData("de, fr;q=0.5", "en")]
    [InlineData("de, fa;q=0.1", "fa")]
    [InlineData("fa;q=0, en", "en")]
    [InlineData("fa;q=0", "en")]
    [InlineData("fat, far;q=0.5", "en")]
    [InlineData("*", "en")]
    [InlineData(";;;=,", "en")]
    public async Task Speaks_the_language_that_is_wanted_most(string wanted, string language)
    {
        var answer = (await Host.Anonymous.Get("/v1/customers", ("Accept-Language", wanted))).IsProblem(401, "unauthenticated");
        Assert.Equal(language, answer.Headers["Content-Language"]);
        Assert.Equal(language == "fa", answer.Text("title").Any(c => c is >= '\u0600' and <= '\u06FF'));
        Assert.Equal("/problems/unauthenticated", answer.Text("type"));
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Fills_the_placeholders_of_both_languages()
    {
        var tenant = await Host.NewTenant();
        var body = new { kind = "person", givenName = new string('a', 201) };
        var persian = (await tenant.Administrator.Post("/v1/customers", body, ("Accept-Language", "fa"))).IsInvalid("/givenName", "too_long");
        Assert.Contains("200", persian.Text("errors.0.detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("{", persian.Text("errors.0.detail"), StringComparison.Ordinal);
        var tags = Enumerable.Range(0, 51).Select(i => "t" + i).ToArray();
        var english = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "A", tags })).IsInvalid("/tags", "too_many");
        Assert.Equal("At most 50 entries are accepted.", english.Text("errors.0.detail"));
    }

    [Fact]
    public async Task Refuses_what_the_framework_refuses_with_a_problem_too()
    {
        var tenant = await Host.NewTenant();
        var user = tenant.Administrator;
        (await user.Get("/v1/no-such-thing")).IsProblem(404, "route_not_found");
        (await user.Get("/")).IsProblem(404, "route_not_found");
        var method = (await user.Put("/v1/customers", new { })).IsProblem(405, "method_not_allowed");
        Assert.Contains("POST", method.Headers["Allow"], StringComparison.Ordinal);
        (await user.Post("/v1/customers", "{}", ("Content-Type", "text/plain"))).IsProblem(415, "media_type_unsupported");
        (await user.Get("/v1/customers?tag=" + new string('a', 2001))).IsInvalid("/tag", "parameter_too_long");
    }

    [Theory]
    [InlineData("{", 400, "json_malformed")]
    [InlineData("", 400, "request_malformed")]
    [InlineData("nonsense", 400, "json_malformed")]
    [InlineData("{\"kind\":\"person\",}", 400, "json_malformed")]
    [InlineData("{\"kind\":\"person\"} {}", 400, "json_malformed")]
    [InlineData("null", 422, null)]
    [InlineData("[]", 422, "validation_failed")]
    [InlineData("5", 422, "validation_failed")]
    [InlineData("{\"kind\":7}", 422, "validation_failed")]
    [InlineData("{\"kind\":\"robot\"}", 422, "validation_failed")]
    [InlineData("{\"kind\":\"person\",\"givenName\":[\"A\"]}", 422, "validation_failed")]
    [InlineData("{\"kind\":\"person\",\"givenName\":\"A\",\"givenName\":\"B\"}", 422, "validation_failed")]
    [InlineData("{\"kind\":\"person\",\"givenNam\":\"A\"}", 422, "validation_failed")]
    [InlineData("{\"givenName\":\"A\"}", 422, "validation_failed")]
    [InlineData("{\"kind\":\"person\",\"givenName\":\"\\ud800\"}", 400, null)]
    public async Task Refuses_a_body_that_is_not_what_the_document_says(string body, int status, string? code)
    {
        var tenant = await Host.NewTenant();
        var answer = await tenant.Administrator.Post("/v1/customers", body);
        Assert.True(answer.Status is 400 or 422, $"{answer.Status} {answer.Raw}");
        if (code is not null)
        {
            answer.IsProblem(status, code);
        }
        Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_deep_and_large_bodies()
    {
        var tenant = await Host.NewTenant();
        var deep = "{\"kind\":\"person\",\"givenName\":\"A\",\"attributes\":{\"a\":" + new string('[', 200) + new string(']', 200) + "}}";
        (await tenant.Administrator.Post("/v1/customers", deep)).IsProblem(400, "json_malformed");
        var large = "{\"kind\":\"person\",\"givenName\":\"" + new string('a', 2 * 1024 * 1024) + "\"}";
        (await tenant.Administrator.Post("/v1/customers", large)).IsProblem(413, "body_too_large");
        var answer = await tenant.Administrator.Post("/v1/customers", large, ("Idempotency-Key", "large"));
        answer.IsProblem(413, "body_too_large");
    }
}
