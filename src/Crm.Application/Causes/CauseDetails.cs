using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Causes;

namespace Crm.Application.Causes;

/// <summary>A cause of complaints, in the tenant's taxonomy.</summary>
/// <param name="Id">The cause's id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Names">What people see, by BCP 47 tag.</param>
/// <param name="ParentId">The cause that this one is a special case of; null at the top.</param>
/// <param name="Path">The codes from the top down to this one.</param>
/// <param name="Controllable">Whether it lies in the tenant's own hands; null where that was not said.</param>
/// <param name="Active">Whether it is in use.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When it last changed, or moved with its parent.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record CauseDetails(
    CauseId Id, string Code, IReadOnlyDictionary<string, string> Names, CauseId? ParentId, IReadOnlyList<string> Path, bool? Controllable, bool Active,
    DateTimeOffset? RetiredAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly CauseDetails Example = Of(
        CauseId.Parse("cause_01j00000000000000000000000", null), CauseContent.Example.Code, CauseContent.Example.Names, null, ByteKey.Of(CauseContent.Example.Code), true, null,
        Morning, Morning, 1);

    public static readonly Expression<Func<Cause, CauseDetails>> Projection = c =>
        Of(c.Id, c.Code, c.Names, c.ParentId, c.Place, c.Controllable, c.RetiredAt, c.CreatedAt, c.UpdatedAt, c.Version);

    public static CauseDetails Of(Cause c) => Of(c.Id, c.Code, c.Names, c.ParentId, c.Place, c.Controllable, c.RetiredAt, c.CreatedAt, c.UpdatedAt, c.Version);

    private static CauseDetails Of(
        CauseId id, string code, IReadOnlyDictionary<string, string> names, CauseId? parentId, ByteKey place, bool? controllable, DateTimeOffset? retiredAt,
        DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) =>
        new(id, code, names, parentId, Cause.PathOf(place), controllable, retiredAt is null, retiredAt, createdAt, updatedAt, version);

    /// <summary>Where it stands in the order of the tree.</summary>
    internal ByteKey Place() => Cause.PlaceOf(Path);
}
