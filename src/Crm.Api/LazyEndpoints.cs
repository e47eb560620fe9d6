namespace Crm.Api;

/// <summary>
/// Endpoints whose code is made when they are first called, not when the server starts (ADR 24). These methods stand nearer to every feature than the framework's
/// of the same names, so that a feature maps as it would anyway. What an endpoint takes and promises is known from the start all the same.
/// </summary>
internal static class LazyEndpoints
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Map(HttpMethods.Get, pattern, handler);
    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Map(HttpMethods.Post, pattern, handler);
    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Map(HttpMethods.Put, pattern, handler);
    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Map(HttpMethods.Patch, pattern, handler);
    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.Map(HttpMethods.Delete, pattern, handler);

    private static RouteHandlerBuilder Map(this IEndpointRouteBuilder app, string method, string pattern, Delegate handler) =>
        RouteHandlerServices.Map(app, pattern, handler, [method], RequestDelegateFactory.InferMetadata, AtFirstCall);

    private static RequestDelegateResult AtFirstCall(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? known)
    {
        var made = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, known).RequestDelegate);
        return new RequestDelegateResult(http => made.Value(http), known?.EndpointMetadata ?? []);
    }
}
