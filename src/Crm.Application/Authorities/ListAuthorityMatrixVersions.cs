using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Authorities;

namespace Crm.Application.Authorities;

/// <summary>Which versions of the matrix to list: all.</summary>
public sealed record ListAuthorityMatrixVersions : ListQuery, IQuery<Page<AuthorityVersionRow>>;

/// <summary>A version of the authority matrix in a list, without its rules.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="Number">Its number, which was the matrix's ETag.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When it came to stand.</param>
public sealed record AuthorityVersionRow(AuthorityMatrixVersionId Id, int Number, StaffId? By, DateTimeOffset At)
{
    public static readonly AuthorityVersionRow Example = new(
        AuthorityMatrixVersionId.Parse("authority_version_01j00000000000000000000000", null), 1, StaffId.Parse("staff_01j00000000000000000000000", null),
        AuthorityMatrixDetails.ExampleTime);

    public static readonly Expression<Func<AuthorityMatrixVersion, AuthorityVersionRow>> Projection = v => new AuthorityVersionRow(v.Id, v.Number, v.By, v.At);
}

internal sealed class ListAuthorityMatrixVersionsHandler(ICrmDb db) : IQueryHandler<ListAuthorityMatrixVersions, Page<AuthorityVersionRow>>
{
    private static readonly Order<AuthorityMatrixVersion, AuthorityVersionRow>[] Orders = [Order<AuthorityMatrixVersion, AuthorityVersionRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<AuthorityVersionRow>>> Handle(ListAuthorityMatrixVersions query, CancellationToken ct) =>
        db.AuthorityMatrixVersions.ToPage(query, Orders, AuthorityVersionRow.Projection, ct);
}
