using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record GetStatement(ComplaintId Id) : IQuery<ComplaintStatement>;

/// <summary>All that a complainant said, verbatim and in its order (S1-HELP-1).</summary>
/// <param name="ComplaintId">The complaint.</param>
/// <param name="Parts">The parts, at most 100; none is ever changed.</param>
public sealed record ComplaintStatement(ComplaintId ComplaintId, IReadOnlyList<StatementPartRow> Parts)
{
    public static readonly ComplaintStatement Example = new(ComplaintDetails.ExampleId,
    [
        new(1, StatementAuthor.Customer, IntakeChannel.Web, "fa-IR", FileComplaint.Example.Statement, FileComplaint.Example.Attachments, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), null),
    ]);
}

/// <summary>A part of a statement.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Author">Who speaks.</param>
/// <param name="Channel">On which way it came.</param>
/// <param name="Language">BCP 47 tag of its language.</param>
/// <param name="Words">What was said or written, verbatim; empty after the customer was erased.</param>
/// <param name="Attachments">Documents and pictures that go with it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who wrote it down.</param>
public sealed record StatementPartRow(
    int Number, StatementAuthor Author, IntakeChannel Channel, string? Language, string Words, IReadOnlyList<StatementAttachment> Attachments, DateTimeOffset At, StaffId? By)
{
    public const int WordsMaxLength = 3 * StatementPart.WordsMaxLength;
    public const int LanguageMaxLength = ComplaintIntake.LanguageMaxLength;
}

internal sealed class GetStatementHandler(ICrmDb db) : IQueryHandler<GetStatement, ComplaintStatement>
{
    public async Task<Result<ComplaintStatement>> Handle(GetStatement query, CancellationToken ct)
    {
        var parts = await db.StatementParts.Where(p => p.ComplaintId == query.Id).OrderBy(p => p.Number)
            .Select(p => new StatementPartRow(p.Number, p.Author, p.Channel, p.Language, p.Words, p.Attachments, p.At, p.By)).ToListAsync(ct);
        // Every complaint has its first part.
        return parts.Count > 0 ? new ComplaintStatement(query.Id, parts) : Error.NotFound<Complaint>();
    }
}
