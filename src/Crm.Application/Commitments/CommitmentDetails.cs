using System.Linq.Expressions;
using Crm.Domain.Commitments;

namespace Crm.Application.Commitments;

/// <summary>A promise to a customer.</summary>
/// <param name="Id">The promise's id.</param>
/// <param name="CustomerId">To whom.</param>
/// <param name="ComplaintId">The complaint that it makes good.</param>
/// <param name="KeyAccountId">The key account that it is part of.</param>
/// <param name="InteractionId">The contact in which it was made.</param>
/// <param name="Text">What was promised; empty after the customer was erased.</param>
/// <param name="ResponsibleId">Who does it.</param>
/// <param name="AccountableId">Who answers for it: the manager whom the responsible person had when they became responsible, or else that person.</param>
/// <param name="State">Where it stands. A promise that is not open any more may only go from broken to keptLate.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="FirstDueAt">When it was due before any renegotiation.</param>
/// <param name="CalendarId">The calendar by which dueAt was reckoned; null where an instant was given or all time counts.</param>
/// <param name="CalendarVersion">The version of that calendar, which it keeps.</param>
/// <param name="BrokenAt">The instant at which it was broken, which stays also where it was kept late.</param>
/// <param name="KeptAt">When it was kept, in time or late.</param>
/// <param name="Lateness">By how much open time it was kept too late, as in PT4H.</param>
/// <param name="Evidence">What shows that it was kept.</param>
/// <param name="Renegotiations">How often the customer agreed to another time.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record CommitmentDetails(
    CommitmentId Id, CustomerId CustomerId, ComplaintId? ComplaintId, KeyAccountId? KeyAccountId, InteractionId? InteractionId, string Text, StaffId ResponsibleId, StaffId AccountableId, CommitmentState State,
    DateTimeOffset DueAt, DateTimeOffset FirstDueAt, CalendarId? CalendarId, int? CalendarVersion, DateTimeOffset? BrokenAt, DateTimeOffset? KeptAt, string? Lateness,
    string? Evidence, int Renegotiations, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly CommitmentId ExampleId = CommitmentId.Parse("commitment_01j00000000000000000000000", null);
    internal static readonly StaffId ExampleStaff = StaffId.Parse("staff_01j00000000000000000000000", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero);

    public static readonly CommitmentDetails Example = new(
        ExampleId, MakeCommitment.Example.CustomerId, null, null, null, MakeCommitment.Example.Text, ExampleStaff, StaffId.Parse("staff_01j00000000000000000000001", null),
        CommitmentState.KeptLate, Morning.AddDays(2), Morning.AddDays(2), Calendars.CalendarDetails.ExampleId, 1, Morning.AddDays(2), Morning.AddDays(2).AddHours(4), "PT4H",
        FulfilmentBody.Example.Evidence, 0, null, Morning, Morning.AddDays(2).AddHours(4), 3);

    public static readonly Expression<Func<Commitment, CommitmentDetails>> Projection = c => new CommitmentDetails(
        c.Id, c.CustomerId, c.ComplaintId, c.KeyAccountId, c.InteractionId, c.Text, c.ResponsibleId, c.AccountableId, c.State, c.DueAt, c.FirstDueAt, c.CalendarId, c.CalendarVersion, c.BrokenAt, c.KeptAt,
        LatenessOf(c.LatenessMilliseconds), c.Evidence, c.Renegotiations, c.ExternalId, c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<Commitment, CommitmentDetails> Compiled = Projection.Compile();

    public static CommitmentDetails Of(Commitment commitment) => Compiled(commitment);

    internal static string? LatenessOf(long? milliseconds) => milliseconds is { } late ? Durations.Text(TimeSpan.FromMilliseconds(late)) : null;
}
