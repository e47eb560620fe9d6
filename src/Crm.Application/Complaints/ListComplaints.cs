using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>Which complaints to list.</summary>
public sealed record ListComplaints : ListQuery, IQuery<Page<ComplaintRow>>
{
    /// <summary>Only at these stages, separated by commas.</summary>
    public Choices<ComplaintStage>? Stage { get; init; }

    /// <summary>Only what this member of staff answers for.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Only what nobody answers for, or only what somebody does.</summary>
    public bool? Unowned { get; init; }

    /// <summary>Only what came on these ways, separated by commas.</summary>
    public Choices<IntakeChannel>? Channel { get; init; }

    /// <summary>Only with this code of what it is about.</summary>
    public string? Category { get; init; }

    /// <summary>Only this severe, separated by commas.</summary>
    public Choices<ComplaintSeverity>? Severity { get; init; }

    /// <summary>Only this urgent, separated by commas.</summary>
    public Choices<Priority>? Priority { get; init; }

    /// <summary>Only with this risk.</summary>
    public Choices<ComplaintRisk>? Risk { get; init; }

    /// <summary>Only with this code of the root cause.</summary>
    public string? Cause { get; init; }

    /// <summary>Only where the customer waits for an answer of substance, or only where not.</summary>
    public bool? Unanswered { get; init; }

    /// <summary>Only of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>The one with this reference, as it was written or heard.</summary>
    public string? Reference { get; init; }

    /// <summary>Only what was entered at or after this instant.</summary>
    public Instant? CreatedAfter { get; init; }

    /// <summary>Only what was entered before this instant.</summary>
    public Instant? CreatedBefore { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A complaint in a list; its words are read by its id.</summary>
/// <param name="Id">The complaint's id.</param>
/// <param name="Reference">What it is called between people.</param>
/// <param name="CustomerId">Who complains; null where that is not known.</param>
/// <param name="Channel">On which way it came.</param>
/// <param name="Category">The code of what it is about.</param>
/// <param name="Target">What the customer is dissatisfied with.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Priority">How soon somebody works on it.</param>
/// <param name="Risk">How likely we lose the customer or our name over it.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="WaitingFor">For whom it waits.</param>
/// <param name="EscalationLevel">How high it was taken.</param>
/// <param name="InAppeal">Whether an appeal is to be decided.</param>
/// <param name="Instance">Grows by one with every reopening and appeal, from 1.</param>
/// <param name="ResolutionKind">How it is resolved now.</param>
/// <param name="CauseCode">The root cause of the present resolution.</param>
/// <param name="HelpCompleted">How many steps of H.E.L.P. are done.</param>
/// <param name="HelpRequired">How many it must have.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="AcknowledgedAt">When it was acknowledged.</param>
/// <param name="ResolvedAt">When it was resolved; null while it is open.</param>
/// <param name="ClosedAt">When its way ended.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record ComplaintRow(
    ComplaintId Id, string Reference, CustomerId? CustomerId, IntakeChannel Channel, string? Category, TargetKind Target, ComplaintSeverity Severity, Priority Priority,
    ComplaintRisk Risk, StaffId? OwnerId, ComplaintStage Stage, WaitingFor? WaitingFor, int EscalationLevel, bool InAppeal, int Instance, ResolutionKind? ResolutionKind,
    string? CauseCode, int HelpCompleted, int HelpRequired, DateTimeOffset ReceivedAt, DateTimeOffset? AcknowledgedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt,
    string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public const int ReferenceMaxLength = ComplaintDetails.ReferenceMaxLength;
    public const int CategoryMaxLength = ComplaintDetails.CategoryMaxLength;
    public const int CauseCodeMaxLength = ComplaintDetails.CauseCodeMaxLength;

    public static readonly ComplaintRow Example = new(
        ComplaintDetails.ExampleId, ComplaintDetails.Example.Reference, ComplaintDetails.Example.CustomerId, IntakeChannel.Web, "product.defect", TargetKind.Product,
        ComplaintSeverity.High, Priority.Urgent, ComplaintRisk.High, ComplaintDetails.ExampleOwner, ComplaintStage.Hearing, null, 0, false, 1, null, null, 1, 6,
        ComplaintDetails.Example.ReceivedAt, ComplaintDetails.Example.AcknowledgedAt, null, null, null, ComplaintDetails.Example.CreatedAt, ComplaintDetails.Example.UpdatedAt, 4);

    public static readonly Expression<Func<Complaint, ComplaintRow>> Projection = c => new ComplaintRow(
        c.Id, c.Reference, c.CustomerId, c.Channel, c.Category, c.Target, c.Severity, c.Priority, c.Risk, c.OwnerId, c.Stage, c.WaitingFor, c.EscalationLevel, c.InAppeal,
        c.Instance, c.ResolutionKind, c.CauseCode, c.HelpCompleted, c.HelpRequired, c.ReceivedAt, c.AcknowledgedAt, c.ResolvedAt, c.ClosedAt, c.ExternalId, c.CreatedAt,
        c.UpdatedAt, c.Version);
}

internal sealed class ListComplaintsHandler(ICrmDb db) : IQueryHandler<ListComplaints, Page<ComplaintRow>>
{
    private static readonly Order<Complaint, ComplaintRow>[] Orders =
    [
        Order<Complaint, ComplaintRow>.ByCreation(r => r.Id),
        Order<Complaint, ComplaintRow>.By("receivedAt", c => c.ReceivedAt, r => r.ReceivedAt, r => r.Id),
        Order<Complaint, ComplaintRow>.By("updatedAt", c => c.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public async Task<Result<Page<ComplaintRow>>> Handle(ListComplaints query, CancellationToken ct)
    {
        var rows = ByState(ByWhom(db.Complaints, query), query);
        if (query.Reference is { } heard)
        {
            if (ComplaintReference.Read(heard) is not { } reference)
            {
                return ComplaintErrors.ReferenceInvalid;
            }
            rows = rows.Where(c => c.Reference == reference);
        }
        return query.UpdatedSince is { } since
            ? await rows.Where(c => c.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, ComplaintRow.Projection, ct)
            : await rows.ToPage(query, Orders, ComplaintRow.Projection, ct);
    }

    private static IQueryable<Complaint> ByWhom(IQueryable<Complaint> rows, ListComplaints query)
    {
        if (query.OwnerId is { } owner)
        {
            rows = rows.Where(c => c.OwnerId == owner);
        }
        if (query.Unowned is { } unowned)
        {
            rows = unowned ? rows.Where(c => c.OwnerId == null) : rows.Where(c => c.OwnerId != null);
        }
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(c => c.CustomerId == customer);
        }
        if (query.CreatedAfter is { } after)
        {
            var first = ComplaintId.FirstAt(after.Value);
            rows = rows.Where(c => c.Id >= first);
        }
        if (query.CreatedBefore is { } before)
        {
            var first = ComplaintId.FirstAt(before.Value);
            rows = rows.Where(c => c.Id < first);
        }
        return rows;
    }

    private static IQueryable<Complaint> ByState(IQueryable<Complaint> rows, ListComplaints query)
    {
        if (query.Stage is { } stages)
        {
            rows = rows.Where(c => stages.Values.Contains(c.Stage));
        }
        if (query.Channel is { } channels)
        {
            rows = rows.Where(c => channels.Values.Contains(c.Channel));
        }
        if (query.Severity is { } severities)
        {
            rows = rows.Where(c => severities.Values.Contains(c.Severity));
        }
        if (query.Priority is { } priorities)
        {
            rows = rows.Where(c => priorities.Values.Contains(c.Priority));
        }
        if (query.Risk is { } risks)
        {
            rows = rows.Where(c => risks.Values.Contains(c.Risk));
        }
        if (query.Category is { } category)
        {
            rows = rows.Where(c => c.Category == category);
        }
        if (query.Unanswered is { } unanswered)
        {
            rows = rows.Where(c => c.Unanswered == unanswered);
        }
        return query.Cause is { } cause ? rows.Where(c => c.CauseCode == cause) : rows;
    }
}
