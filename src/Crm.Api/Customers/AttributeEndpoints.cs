using Crm.Application;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Customers;

/// <summary>The members that a tenant adds to its customers.</summary>
internal static class AttributeEndpoints
{
    public static void MapAttributeDefinitions(this IEndpointRouteBuilder app)
    {
        var attributes = app.MapGroup("/v1/attribute-definitions").WithTags("AttributeDefinitions");
        attributes.MapPost("", DefineAttribute).Operation<AttributeDetails>(Permission.SettingsWrite, 201, AttributeErrors.KeyTaken, AttributeErrors.TooMany);
        attributes.MapGet("", ListAttributes).Operation<Page<AttributeDetails>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        attributes.MapGet("{id}", GetAttribute).Operation<AttributeDetails>(Permission.CustomersRead, 200);
        attributes.MapPatch("{id}", ReviseAttribute).Operation<AttributeDetails>(Permission.SettingsWrite, 200, AttributeErrors.TypeIsFixed);
        attributes.MapDelete("{id}", RetireAttribute).Operation(Permission.SettingsWrite);
    }

    /// <summary>Defines an attribute of customers</summary>
    /// <remarks>Customers may then have a value under its key in attributes (S3-DB-1). Other processes know it within five seconds.</remarks>
    private static Task<IResult> DefineAttribute(AttributeContent content, Dispatcher send, CancellationToken ct) =>
        send.Send(new DefineAttribute(content), ct).Created(a => $"/v1/attribute-definitions/{a.Id}");

    /// <summary>Lists the attributes of customers</summary>
    /// <remarks>Newest first; retired ones included unless retired=false.</remarks>
    private static Task<IResult> ListAttributes([AsParameters] ListAttributes query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads the definition of an attribute</summary>
    /// <remarks>Also after it went out of use.</remarks>
    /// <param name="id">The definition.</param>
    private static Task<IResult> GetAttribute(AttributeDefinitionId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetAttribute(id), ct).Ok();

    /// <summary>Revises the definition of an attribute</summary>
    /// <remarks>Changes the given members and leaves the others; key, type and target stay. Values that customers have already stay as they are.</remarks>
    /// <param name="id">The definition.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseAttribute(
        AttributeDefinitionId id, Patch<AttributeContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseAttribute(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires an attribute</summary>
    /// <remarks>No new values are accepted; those that customers have stay. The key is not free again.</remarks>
    /// <param name="id">The definition.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireAttribute(
        AttributeDefinitionId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireAttribute(id, ifMatch), ct).NoContent();
}
