using Crm.Domain;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

public sealed record GetProgrammeVersion(ProgrammeId Id, int Number) : IQuery<ProgrammeVersionDetails>;

/// <summary>A programme as one change made it. It never changes, so that an entry can be looked at under the rules that it was earned under.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Number">The version's number, which was the programme's ETag.</param>
/// <param name="Content">The rules.</param>
/// <param name="RetiredAt">When the programme went out of use, where this version is that of its end.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When the change was made.</param>
public sealed record ProgrammeVersionDetails(
    ProgrammeVersionId Id, ProgrammeId ProgrammeId, int Number, ProgrammeContent Content, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
{
    public static readonly ProgrammeVersionDetails Example = new(
        ProgrammeVersionId.Parse("programme_version_01j00000000000000000000000", null), ProgrammeDetails.ExampleId, 1, ProgrammeContent.Example, null, null, ProgrammeDetails.ExampleTime);
}

internal sealed class GetProgrammeVersionHandler(ICrmDb db) : IQueryHandler<GetProgrammeVersion, ProgrammeVersionDetails>
{
    public async Task<Result<ProgrammeVersionDetails>> Handle(GetProgrammeVersion query, CancellationToken ct) =>
        await db.ProgrammeVersions.Where(v => v.ProgrammeId == query.Id && v.Number == query.Number)
            .Select(v => new ProgrammeVersionDetails(v.Id, v.ProgrammeId, v.Number, v.Content, v.RetiredAt, v.By, v.At)).FirstOrDefaultAsync(ct) is { } version
            ? version
            : await db.Programmes.AnyAsync(p => p.Id == query.Id, ct) ? ProgrammeErrors.VersionUnknown : Error.NotFound<Programme>();
}
