using Crm.Domain.Authorities;

namespace Crm.Application.Authorities;

/// <summary>Who grants how much of what without asking.</summary>
/// <param name="Id">The matrix's id.</param>
/// <param name="Shipped">Whether the tenant has no matrix of its own, and this is what ships: version 0.</param>
/// <param name="Rows">The rules, at most 500. Where a level has none for a kind, and everyone has none either, approval is needed.</param>
/// <param name="CreatedAt">When the tenant's own matrix was first set.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the present version, which decisions keep; the ETag.</param>
public sealed record AuthorityMatrixDetails(
    AuthorityMatrixId Id, bool Shipped, IReadOnlyList<AuthorityRule> Rows, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, int Version) : IVersioned
{
    internal static readonly DateTimeOffset ExampleTime = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly AuthorityMatrixDetails Example = new(
        AuthorityMatrixId.Parse("authority_matrix_01j00000000000000000000000", null), false, AuthorityMatrixBody.Example.Rows, ExampleTime, ExampleTime, 1);

    public static AuthorityMatrixDetails Of(AuthorityMatrix m) => new(m.Id, false, m.Rows, m.CreatedAt, m.UpdatedAt, m.Version);

    /// <summary>What ships.</summary>
    public static AuthorityMatrixDetails OfShipped(Caller caller) =>
        new(AuthorityMatrix.IdOf(caller.Tenant.Id), true, AuthorityRules.Shipped(caller.Tenant.Settings.Currency).Rows, null, null, AuthorityRules.ShippedVersion);
}

internal static class AuthorityReading
{
    /// <summary>
    /// The rules in force: those that the tenant set, as a query found them by <c>db.AuthorityMatrices.Select(m => (int?)m.Version).FirstOrDefault()</c> and the same
    /// of its rows, or else what ships.
    /// </summary>
    public static AuthorityRules InForce(this Caller caller, int? version, IReadOnlyList<AuthorityRule>? rows) =>
        version is { } set ? new(set, rows!) : AuthorityRules.Shipped(caller.Tenant.Settings.Currency);
}
