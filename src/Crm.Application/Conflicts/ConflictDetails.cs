using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Conflicts;

namespace Crm.Application.Conflicts;

/// <summary>A declared conflict of interest.</summary>
/// <param name="Id">The conflict's id.</param>
/// <param name="StaffId">The member of staff who has it.</param>
/// <param name="CustomerId">The customer with whom; null where it is with a colleague.</param>
/// <param name="OtherStaffId">The colleague with whom; null where it is with a customer.</param>
/// <param name="Kind">What stands between the two.</param>
/// <param name="Note">What there is to know of it; null also for whoever may not see it, and after the customer was erased.</param>
/// <param name="FromOn">The first day on which it counts.</param>
/// <param name="UntilOn">The last day on which it counts; null where it has no end.</param>
/// <param name="DeclaredBy">The member of staff who declared it.</param>
/// <param name="EndedAt">When it was ended.</param>
/// <param name="CreatedAt">When it was declared.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record ConflictDetails(
    ConflictId Id, StaffId StaffId, CustomerId? CustomerId, StaffId? OtherStaffId, ConflictKind Kind, string? Note, DateOnly FromOn, DateOnly? UntilOn, StaffId? DeclaredBy,
    DateTimeOffset? EndedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly ConflictDetails Example = new(
        ConflictId.Parse("conflict_01j00000000000000000000000", null), ConflictContent.Example.StaffId!.Value, ConflictContent.Example.CustomerId, null, ConflictKind.Relative,
        ConflictContent.Example.Note, new(2026, 3, 21), null, ConflictContent.Example.StaffId, null, Morning, Morning, 1);

    public static readonly Expression<Func<DeclaredConflict, ConflictDetails>> Projection = c => new ConflictDetails(
        c.Id, c.StaffId, c.CustomerId, c.OtherStaffId, c.Kind, c.Note, c.FromOn, c.UntilOn, c.DeclaredBy, c.EndedAt, c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<DeclaredConflict, ConflictDetails> Compiled = Projection.Compile();

    public static ConflictDetails Of(DeclaredConflict conflict) => Compiled(conflict);
}

internal static class ConflictReading
{
    /// <summary>Those that the caller may see: their own, and with the permission to write those of everybody.</summary>
    public static IQueryable<DeclaredConflict> SeenBy(this IQueryable<DeclaredConflict> conflicts, Caller caller)
    {
        var own = caller.StaffId;
        return caller.May(Permission.ConflictsWrite) ? conflicts : conflicts.Where(c => c.StaffId == own);
    }

    /// <summary>Those that count on a day.</summary>
    public static IQueryable<DeclaredConflict> InForce(this IQueryable<DeclaredConflict> conflicts, DateOnly day) =>
        conflicts.Where(c => c.FromOn <= day && (c.UntilOn == null || c.UntilOn >= day));

    /// <summary>As <see cref="Impartiality.Refusal"/> takes them. Narrow them to the customer and the staff in question before.</summary>
    public static IQueryable<ConflictBetween> Between(this IQueryable<DeclaredConflict> conflicts) =>
        conflicts.Select(c => new ConflictBetween(c.StaffId, c.CustomerId, c.OtherStaffId));
}
