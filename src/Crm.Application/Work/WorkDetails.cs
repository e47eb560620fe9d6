using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Work;

namespace Crm.Application.Work;

/// <summary>One piece of work, with exactly one accountable owner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What sort of work it is.</param>
/// <param name="Subject">The record that it is about, which opens, moves and closes it unless the kind is task; null for a task about nothing but perhaps a customer.</param>
/// <param name="Title">What is to be done; empty after the customer was erased.</param>
/// <param name="Note">What helps to do it.</param>
/// <param name="CustomerId">The customer for whom it is done.</param>
/// <param name="Priority">How much it presses.</param>
/// <param name="RequiredSkill">The code of the skill that it asks for.</param>
/// <param name="Language">The language that it asks for.</param>
/// <param name="DueAt">When it is due; what is undated comes last in every queue.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OwnerId">The one accountable owner; null only while the tenant has no active member of staff.</param>
/// <param name="OwnedSince">Since when they own it.</param>
/// <param name="AccountableId">The lead who answers for it: the manager whom the owner had when they became it, or the owner.</param>
/// <param name="HandOver">The hand-over that waits for its answer. Until it is accepted the owner stays.</param>
/// <param name="Transfers">How often it changed its owner.</param>
/// <param name="Returns">How many hand-overs of it came back, declined or unanswered.</param>
/// <param name="ClosedAt">When it was done or cancelled.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record WorkDetails(
    WorkId Id, WorkKind Kind, RecordId? Subject, string Title, string? Note, CustomerId? CustomerId, Priority Priority, string? RequiredSkill, string? Language,
    DateTimeOffset? DueAt, WorkState State, StaffId? OwnerId, DateTimeOffset OwnedSince, StaffId? AccountableId, HandOverDetails? HandOver, int Transfers, int Returns,
    DateTimeOffset? ClosedAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly WorkId ExampleId = WorkId.Parse("work_01j00000000000000000000000", null);
    internal static readonly StaffId ExampleOwner = StaffId.Parse("staff_01j00000000000000000000000", null);
    internal static readonly StaffId ExampleReceiver = StaffId.Parse("staff_01j00000000000000000000002", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero);

    public static readonly WorkDetails Example = new(
        ExampleId, WorkKind.Task, null, WorkContent.Example.Title, null, null, Priority.High, null, "fa", Morning.AddDays(1), WorkState.Open, ExampleOwner, Morning,
        StaffId.Parse("staff_01j00000000000000000000001", null), new(ExampleReceiver, ExampleOwner, Morning, Morning.AddHours(4), HandOverBody.Example.Note), 0, 0, null, null,
        Morning, Morning, 2);

    public static readonly Expression<Func<WorkItem, WorkDetails>> Projection = w => new WorkDetails(
        w.Id, w.Kind, w.Subject, w.Title, w.Note, w.CustomerId, w.Priority, w.RequiredSkill, w.Language, w.DueAt, w.State, w.OwnerId, w.OwnedSince, w.AccountableId,
        w.HandOverToId == null ? null : new HandOverDetails(w.HandOverToId.Value, w.HandOverById, w.HandOverAt!.Value, w.HandOverUntil!.Value, w.HandOverNote),
        w.Transfers, w.Returns, w.ClosedAt, w.ExternalId, w.CreatedAt, w.UpdatedAt, w.Version);

    private static readonly Func<WorkItem, WorkDetails> Compiled = Projection.Compile();

    public static WorkDetails Of(WorkItem item) => Compiled(item);
}

/// <summary>A hand-over that waits for its answer.</summary>
/// <param name="ToId">Who is asked to take the work over.</param>
/// <param name="ById">Who asked.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="AnswerBy">When it comes back to the owner, unanswered.</param>
/// <param name="Note">What the receiver must know; null after the customer was erased.</param>
public sealed record HandOverDetails(StaffId ToId, StaffId? ById, DateTimeOffset ProposedAt, DateTimeOffset AnswerBy, string? Note);
