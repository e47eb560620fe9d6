using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Authorities;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Authorities;

public sealed record GetAuthorityMatrixVersion(int Number) : IQuery<AuthorityVersionDetails>;

/// <summary>The authority matrix as it stood from one change to the next. It never changes, so that a decision can be looked at again (S4-POLICY-1).</summary>
/// <param name="Id">The id of the version; null for version 0, which ships.</param>
/// <param name="Number">Its number, which was the matrix's ETag.</param>
/// <param name="Rows">The rules.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When it came to stand; null for version 0.</param>
public sealed record AuthorityVersionDetails(AuthorityMatrixVersionId? Id, int Number, IReadOnlyList<AuthorityRule> Rows, StaffId? By, DateTimeOffset? At)
{
    public static readonly AuthorityVersionDetails Example = new(
        AuthorityVersionRow.Example.Id, 1, AuthorityMatrixBody.Example.Rows, AuthorityVersionRow.Example.By, AuthorityMatrixDetails.ExampleTime);

    public static readonly Expression<Func<AuthorityMatrixVersion, AuthorityVersionDetails>> Projection = v => new AuthorityVersionDetails(v.Id, v.Number, v.Rows, v.By, v.At);
}

internal sealed class GetAuthorityMatrixVersionHandler(ICrmDb db, Caller caller) : IQueryHandler<GetAuthorityMatrixVersion, AuthorityVersionDetails>
{
    public async Task<Result<AuthorityVersionDetails>> Handle(GetAuthorityMatrixVersion query, CancellationToken ct)
    {
        if (query.Number == AuthorityRules.ShippedVersion)
        {
            return new AuthorityVersionDetails(null, query.Number, AuthorityRules.Shipped(caller.Tenant.Settings.Currency).Rows, null, null);
        }
        return await db.AuthorityMatrixVersions.Where(v => v.Number == query.Number).Select(AuthorityVersionDetails.Projection).FirstOrDefaultAsync(ct) is { } version
            ? version
            : AuthorityErrors.VersionUnknown;
    }
}
