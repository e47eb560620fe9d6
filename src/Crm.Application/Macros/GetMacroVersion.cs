using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Macros;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Macros;

public sealed record GetMacroVersion(MacroId Id, int Number) : IQuery<MacroVersionDetails>;

/// <summary>A macro as it stood from one change to the next. It never changes, so that what was sent can be told from what would be sent now.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="MacroId">The macro.</param>
/// <param name="Number">The version's number, which was the macro's ETag.</param>
/// <param name="Name">What staff called it.</param>
/// <param name="Language">BCP 47 tag of the language it was written in.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="Body">The text with its merge fields.</param>
/// <param name="RetiredAt">When the macro went out of use, where this version is that of its end.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When it came to stand.</param>
public sealed record MacroVersionDetails(
    MacroVersionId Id, MacroId MacroId, int Number, string Name, string Language, MacroPurpose Purpose, string Body, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
{
    public const int NameMaxLength = MacroContent.NameMaxLength;
    public const int LanguageMaxLength = MacroContent.LanguageMaxLength;
    public const int BodyMaxLength = MacroContent.BodyMaxLength;

    public static readonly MacroVersionDetails Example = new(
        MacroVersionId.Parse("macro_version_01j00000000000000000000000", null), MacroDetails.ExampleId, 1, MacroContent.Example.Name, MacroContent.Example.Language,
        MacroContent.Example.Purpose, MacroContent.Example.Body, null, StaffId.Parse("staff_01j00000000000000000000000", null), MacroDetails.ExampleTime);

    public static readonly Expression<Func<MacroVersion, MacroVersionDetails>> Projection = v =>
        new MacroVersionDetails(v.Id, v.MacroId, v.Number, v.Name, v.Language, v.Purpose, v.Body, v.RetiredAt, v.By, v.At);
}

internal sealed class GetMacroVersionHandler(ICrmDb db) : IQueryHandler<GetMacroVersion, MacroVersionDetails>
{
    public async Task<Result<MacroVersionDetails>> Handle(GetMacroVersion query, CancellationToken ct) =>
        await db.MacroVersions.Where(v => v.MacroId == query.Id && v.Number == query.Number).Select(MacroVersionDetails.Projection).FirstOrDefaultAsync(ct) is { } version
            ? version
            : await db.Macros.AnyAsync(m => m.Id == query.Id, ct) ? MacroErrors.VersionUnknown : Error.NotFound<Macro>();
}
