using System.Globalization;
using System.Net;
using System.Text;
using Crm.Application;

namespace Crm.Api;

/// <summary>The pages that a problem's type leads to: for people by default, as JSON for who asks for it.</summary>
internal static class ProblemPages
{
    private static readonly (string Title, string Status, string Member) English =
        ("Problems", "HTTP status", "It stands in errors of a validation_failed problem, beside the pointer to the member that it is about.");

    private static readonly (string Title, string Status, string Member) Persian =
        ("خطاها", "وضعیت HTTP", "این کد در errors خطای validation_failed می‌آید، کنار نشانی عضوی که دربارهٔ آن است.");

    public static void MapProblemPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/problems", (HttpContext http) => Answer(http, [.. ProblemCatalogue.ByCode.Values.Select(p => p.In(Texts.For(http.Request)))], null));
        app.MapGet("/problems/{code}", (HttpContext http, string code) => ProblemCatalogue.ByCode.TryGetValue(code, out var problem)
            ? Answer(http, [], problem.In(Texts.For(http.Request)))
            : Problems.Write(http, HttpErrors.RouteUnknown));
    }

    private static Task Answer(HttpContext http, IReadOnlyList<ProblemMeaning> all, ProblemMeaning? one)
    {
        var texts = Texts.For(http.Request);
        var headers = http.Response.Headers;
        headers.ContentLanguage = texts.Language;
        headers.Vary = "Accept, Accept-Language";
        headers.XContentTypeOptions = "nosniff";
        if (WantsJson(http.Request))
        {
            return one is null
                ? http.Response.WriteAsJsonAsync(all, CrmJson.Wire, http.RequestAborted)
                : http.Response.WriteAsJsonAsync(one, CrmJson.Wire, http.RequestAborted);
        }
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Page(texts, all, one), http.RequestAborted);
    }

    private static bool WantsJson(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value ?? "");
        return wanted.FirstOrDefault(a => a is "text/html" or "*/*" || a.EndsWith("json", StringComparison.Ordinal))?.EndsWith("json", StringComparison.Ordinal) == true;
    }

    private static string Page(Texts texts, IReadOnlyList<ProblemMeaning> all, ProblemMeaning? one)
    {
        var isPersian = texts.Language == Texts.Persian.Language;
        var words = isPersian ? Persian : English;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{texts.Language}" dir="{(isPersian ? "rtl" : "ltr")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <title>{Encode(one?.Code ?? words.Title)}</title></head>
            <body>

            """);
        if (one is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h1><code dir=\"ltr\">{Encode(one.Code)}</code></h1>\n<p>{Encode(one.Meaning)}</p>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{words.Status}: {one.Status}</p>\n{(one.OfMember ? $"<p>{words.Member}</p>\n" : "")}");
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"/problems\">{words.Title}</a></p>\n");
        }
        else
        {
            html.Append(CultureInfo.InvariantCulture, $"<h1>{words.Title}</h1>\n<dl>\n");
            foreach (var problem in all)
            {
                html.Append(CultureInfo.InvariantCulture, $"<dt><a href=\"{Encode(problem.Type)}\"><code dir=\"ltr\">{Encode(problem.Code)}</code></a> {problem.Status}</dt>");
                html.Append(CultureInfo.InvariantCulture, $"<dd>{Encode(problem.Meaning)}</dd>\n");
            }
            html.Append("</dl>\n");
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
