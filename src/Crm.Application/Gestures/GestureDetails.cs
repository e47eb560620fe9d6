using System.Linq.Expressions;
using Crm.Application.Members;
using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>A small thanks to a customer.</summary>
/// <param name="Id">The gesture's id.</param>
/// <param name="CustomerId">To whom.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Occasion">What it is for.</param>
/// <param name="Words">What goes with it; null after the customer was erased.</param>
/// <param name="Points">How many points.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="MemberId">The member who has the points.</param>
/// <param name="ComplaintId">The complaint that it is for.</param>
/// <param name="StandingGestureId">The rule that gives it; null where a person does.</param>
/// <param name="EntryId">The entry of the ledger that gave the points.</param>
/// <param name="State">Whether it is given, or waits for a second person.</param>
/// <param name="Concerns">Why it needed one.</param>
/// <param name="GivenById">Who gives it.</param>
/// <param name="DecidedById">Who decided.</param>
/// <param name="DecisionReason">Why.</param>
/// <param name="GivenAt">When.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record GestureDetails(
    GestureId Id, CustomerId CustomerId, GestureKind Kind, GestureOccasion Occasion, string? Words, long? Points, Money? Cost, MemberId? MemberId, ComplaintId? ComplaintId,
    StandingGestureId? StandingGestureId, LedgerEntryId? EntryId, GestureState State, IReadOnlyList<GestureConcern> Concerns, StaffId? GivenById, StaffId? DecidedById, string? DecisionReason, DateTimeOffset GivenAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly GestureDetails Example = new(
        GestureId.Parse("gesture_01j00000000000000000000000", null), MemberDetails.Example.CustomerId, GestureKind.Points, GestureOccasion.BadExperience, "Sorry for the long wait", 50, null,
        MemberDetails.ExampleId, null, null, LedgerEntryRow.Example.Id, GestureState.Granted, [], null, null, null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime,
        ProgrammeDetails.ExampleTime, 1);

    public static readonly Expression<Func<Gesture, GestureDetails>> Projection = g => new GestureDetails(
        g.Id, g.CustomerId, g.Kind, g.Occasion, g.Words, g.Points, CostOf(g.CostAmount, g.CostCurrency), g.MemberId, g.ComplaintId, g.StandingGestureId, g.EntryId, g.State, g.Concerns, g.GivenById,
        g.DecidedById, g.DecisionReason, g.GivenAt, g.CreatedAt, g.UpdatedAt, g.Version);

    private static readonly Func<Gesture, GestureDetails> Compiled = Projection.Compile();

    public static GestureDetails Of(Gesture gesture) => Compiled(gesture);

    private static Money? CostOf(long? amount, string? currency) => amount is { } known ? new(known, currency!) : null;
}
