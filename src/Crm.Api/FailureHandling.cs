using System.Text.Json;
using Crm.Application;
using Crm.Domain;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Crm.Api;

/// <summary>Whatever was thrown, or left without a body, becomes a problem document. What nobody expected is logged.</summary>
internal sealed class FailureHandling(RequestDelegate next, ILogger<FailureHandling> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await Problems.Write(http, OfStatus(http.Response.StatusCode));
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception thrown)
        {
            await Problems.Write(http, Of(http, thrown, log));
        }
    }

    /// <summary>What a failure means to the caller; what nobody expected is logged here.</summary>
    public static Error Of(HttpContext http, Exception thrown, ILogger log)
    {
        switch (thrown)
        {
            case JsonException json:
                return WireErrors.Of(json);
            case BadHttpRequestException { InnerException: JsonException json }:
                return WireErrors.Of(json);
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } when ParameterBinding.FindInvalid(http) is { } parameter:
                return parameter;
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } none when none.Message.Contains("no body was provided", StringComparison.Ordinal):
                return HttpErrors.RequestInvalid.Because("The request has no body, or null for one. The document shows what belongs here.");
            case BadHttpRequestException bad:
                return OfStatus(bad.StatusCode) is var error && error == HttpErrors.RequestInvalid ? error.Because(bad.Message) : error;
            case SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } or SqlException { IsTransient: true }:
                log.LogError(thrown, "The store cannot be reached");
                return HttpErrors.StoreUnavailable;
            default:
                log.LogError(thrown, "Unexpected failure of {Method} {Path}", http.Request.Method, Told(http));
                return HttpErrors.Unexpected;
        }
    }

    /// <summary>The path, but of a public operation only its route: the path itself may hold a customer's secret.</summary>
    private static string Told(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { IsPublic: true } open ? open.Route : http.Request.Path.ToString();

    private static Error OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => HttpErrors.RouteUnknown,
        StatusCodes.Status405MethodNotAllowed => HttpErrors.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => HttpErrors.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => HttpErrors.UnsupportedMediaType,
        _ => HttpErrors.RequestInvalid,
    };
}

/// <summary>Which parameter of an address could not be read, and why; asked only after binding failed.</summary>
internal static class ParameterBinding
{
    public static Error? FindInvalid(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<System.Reflection.MethodInfo>() is not { } handler)
        {
            return null;
        }
        foreach (var (name, type, _) in OperationMapping.Parameters(handler))
        {
            var text = http.Request.RouteValues.TryGetValue(name, out var value) ? (string?)value : http.Request.Query[name].FirstOrDefault();
            if (text is not null && OperationMapping.IsQuery(name, type) && Check(type, text) is { } wrong)
            {
                return Error.Invalid([new("/" + name, wrong.Code, wrong.Detail)]);
            }
        }
        return null;
    }

    private static (string Code, string Detail)? Check(Type type, string text)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
        {
            var prefix = (string)type.GetProperty(nameof(Id<>.Prefix))!.GetValue(null)!;
            return Try(type, text) ? null : ("id_invalid", $"An id of a {prefix} is needed here, in the form {prefix}_ and 26 characters.");
        }
        if (type == typeof(RecordId))
        {
            return Try(type, text) ? null : ("record_id_invalid", "The id of a record is needed here, a word, _ and 26 characters.");
        }
        if (type == typeof(Instant))
        {
            return Try(type, text) ? null : ("instant_invalid", "An instant is needed here, in RFC 3339 with Z or an offset, as in 2026-03-21T08:30:00Z.");
        }
        if (type == typeof(DateOnly))
        {
            return Try(type, text) ? null : ("day_invalid", "A date is needed here, as in 2026-03-21.");
        }
        if (type == typeof(bool))
        {
            return bool.TryParse(text, out _) ? null : ("boolean_invalid", "true or false is needed here.");
        }
        if (type.IsPrimitive)
        {
            return Try(type, text) ? null : ("number_invalid", "A whole number is needed here.");
        }
        return type == typeof(string) || Try(type, text) ? null : ("value_unknown", "This is none of the values that the document lists.");
    }

    /// <summary>What the framework did: TryParse(string, IFormatProvider, out T).</summary>
    private static bool Try(Type type, string text)
    {
        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out _);
        }
        var parse = type.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])!;
        return (bool)parse.Invoke(null, [text, System.Globalization.CultureInfo.InvariantCulture, null])!;
    }
}
