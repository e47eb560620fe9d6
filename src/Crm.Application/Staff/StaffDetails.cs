using System.Linq.Expressions;
using Crm.Domain.Staff;

namespace Crm.Application.Staff;

/// <summary>A member of staff.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">The full name.</param>
/// <param name="PreferredName">What colleagues and customers call them.</param>
/// <param name="Languages">BCP 47 tags of the languages they serve customers in.</param>
/// <param name="Skills">What they can do.</param>
/// <param name="ManagerId">The member of staff they report to.</param>
/// <param name="Active">Whether they work here now.</param>
/// <param name="ExternalId">Your own key for them.</param>
/// <param name="CreatedAt">When they were recorded.</param>
/// <param name="UpdatedAt">When the record last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record StaffDetails(
    StaffId Id, string Name, string? PreferredName, IReadOnlyList<string> Languages, IReadOnlyList<StaffSkill> Skills, StaffId? ManagerId, bool Active,
    string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly Expression<Func<StaffMember, StaffDetails>> Projection = s =>
        new StaffDetails(s.Id, s.Name, s.PreferredName, s.Languages, s.Skills, s.ManagerId, s.Active, s.ExternalId, s.CreatedAt, s.UpdatedAt, s.Version);

    private static readonly Func<StaffMember, StaffDetails> Compiled = Projection.Compile();

    public static StaffDetails Of(StaffMember member) => Compiled(member);

    public static readonly StaffDetails Example = new(
        StaffId.Parse("staff_01j00000000000000000000000", null), "Sara Karimi", "Sara", ["fa-IR", "en"], [StaffSkill.Example], null, true, "E-1042",
        new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), 1);
}

/// <summary>A member of staff in a list.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">The full name.</param>
/// <param name="PreferredName">What colleagues and customers call them.</param>
/// <param name="Languages">BCP 47 tags of the languages they serve customers in.</param>
/// <param name="Skills">What they can do.</param>
/// <param name="ManagerId">The member of staff they report to.</param>
/// <param name="Active">Whether they work here now.</param>
/// <param name="ExternalId">Your own key for them.</param>
/// <param name="CreatedAt">When they were recorded.</param>
/// <param name="UpdatedAt">When the record last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record StaffRow(
    StaffId Id, string Name, string? PreferredName, IReadOnlyList<string> Languages, IReadOnlyList<StaffSkill> Skills, StaffId? ManagerId, bool Active,
    string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly Expression<Func<StaffMember, StaffRow>> Projection = s =>
        new StaffRow(s.Id, s.Name, s.PreferredName, s.Languages, s.Skills, s.ManagerId, s.Active, s.ExternalId, s.CreatedAt, s.UpdatedAt, s.Version);

    public static readonly StaffRow Example = new(
        StaffDetails.Example.Id, StaffDetails.Example.Name, StaffDetails.Example.PreferredName, StaffDetails.Example.Languages, StaffDetails.Example.Skills,
        StaffDetails.Example.ManagerId, true, StaffDetails.Example.ExternalId, StaffDetails.Example.CreatedAt, StaffDetails.Example.UpdatedAt, StaffDetails.Example.Version);
}
