using Crm.Domain;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Me;

public sealed record GetMe : IQuery<MeDetails>;

/// <summary>Who is calling.</summary>
/// <param name="Credential">What the request was made with.</param>
/// <param name="Tenant">The tenant it belongs to; null for a credential of the platform.</param>
/// <param name="Staff">The member of staff it acts as; null where it acts as nobody.</param>
/// <param name="Permissions">Everything it may do, in alphabetical order.</param>
/// <param name="CustomerId">The customer it acts for; null where it acts for none.</param>
public sealed record MeDetails(MyCredential Credential, MyTenant? Tenant, MyStaff? Staff, IReadOnlyList<string> Permissions, CustomerId? CustomerId = null)
{
    public static readonly MeDetails Example = new(
        new("apikey_01j00000000000000000000000", "Web shop", CredentialKind.ApiKey),
        new(TenantId.Parse("tenant_01j00000000000000000000000", null), "golestan", "Golestan Bookshops", TenantStatus.Active, "fa-IR", "Asia/Tehran", "IRR", "IR"),
        new(StaffId.Parse("staff_01j00000000000000000000000", null), "Sara Karimi", "Sara"),
        ["customers:read", "customers:write"]);
}

/// <summary>What a request is made with.</summary>
public enum CredentialKind { ApiKey, Token }

/// <summary>What the request was made with.</summary>
/// <param name="Id">The API key's id, or the issuer and subject of the token.</param>
/// <param name="Name">The API key's name, or the name in the token.</param>
/// <param name="Kind">An API key, or a token of an identity provider.</param>
public sealed record MyCredential(string Id, string Name, CredentialKind Kind);

/// <summary>The tenant of the caller.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Whether it may work.</param>
/// <param name="Locale">BCP 47 tag of the language it works in.</param>
/// <param name="TimeZone">IANA name of its time zone.</param>
/// <param name="Currency">ISO 4217 code of the currency of amounts that name none.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of the country of telephone numbers that name none.</param>
public sealed record MyTenant(TenantId Id, string Slug, string Name, TenantStatus Status, string Locale, string TimeZone, string Currency, string Country);

/// <summary>The member of staff that the caller acts as.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">The full name.</param>
/// <param name="PreferredName">What colleagues and customers call them.</param>
public sealed record MyStaff(StaffId Id, string Name, string? PreferredName);

internal sealed class GetMeHandler(Func<ICrmDb> store, Caller caller) : IQueryHandler<GetMe, MeDetails>
{
    public async Task<Result<MeDetails>> Handle(GetMe query, CancellationToken ct)
    {
        var staff = caller.StaffId is { } id
            ? await store().Staff.Where(s => s.Id == id).Select(s => new MyStaff(s.Id, s.Name, s.PreferredName)).FirstOrDefaultAsync(ct)
            : null;
        var kind = ApiKeyId.TryParse(caller.CredentialId, null, out _) ? CredentialKind.ApiKey : CredentialKind.Token;
        return new MeDetails(
            new(caller.CredentialId, caller.CredentialName, kind), caller.IsOfTenant ? Of(caller.Tenant) : null, staff,
            [.. caller.Permissions.Order(StringComparer.Ordinal)], caller.CustomerId);
    }

    private static MyTenant Of(CallerTenant tenant) => new(
        tenant.Id, tenant.Slug, tenant.Name, tenant.Status, tenant.Settings.Locale, tenant.Settings.TimeZone, tenant.Settings.Currency, tenant.Settings.Country);
}
