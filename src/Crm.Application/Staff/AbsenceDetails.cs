using System.Linq.Expressions;
using Crm.Domain.Staff;

namespace Crm.Application.Staff;

/// <summary>A time in which a member of staff is away.</summary>
/// <param name="Id">The absence's id.</param>
/// <param name="StaffId">Who is away.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When they are back.</param>
/// <param name="Reason">Why.</param>
/// <param name="DelegateId">Who stands in for them: sees their work in the own queue, and may answer hand-overs and complete tasks on their behalf.</param>
/// <param name="Cancelled">Whether it was called off before it began.</param>
/// <param name="CreatedAt">When it was planned.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record AbsenceDetails(
    AbsenceId Id, StaffId StaffId, DateTimeOffset From, DateTimeOffset To, AbsenceReason Reason, StaffId? DelegateId, bool Cancelled,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly AbsenceDetails Example = new(
        AbsenceId.Parse("absence_01j00000000000000000000000", null), StaffDetails.Example.Id, AbsenceContent.Example.From, AbsenceContent.Example.To,
        AbsenceContent.Example.Reason, StaffId.Parse("staff_01j00000000000000000000001", null), false, StaffDetails.Example.CreatedAt, StaffDetails.Example.CreatedAt, 1);

    public static readonly Expression<Func<Absence, AbsenceDetails>> Projection = a =>
        new AbsenceDetails(a.Id, a.StaffId, a.From, a.To, a.Reason, a.DelegateId, a.Cancelled, a.CreatedAt, a.UpdatedAt, a.Version);

    private static readonly Func<Absence, AbsenceDetails> Compiled = Projection.Compile();

    public static AbsenceDetails Of(Absence absence) => Compiled(absence);
}
