using Crm.Domain;
using Crm.Domain.Macros;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Macros;

public sealed record GetMacro(MacroId Id) : IQuery<MacroDetails>;

internal sealed class GetMacroHandler(ICrmDb db) : IQueryHandler<GetMacro, MacroDetails>
{
    public async Task<Result<MacroDetails>> Handle(GetMacro query, CancellationToken ct) =>
        await db.Macros.Where(m => m.Id == query.Id).Select(MacroDetails.Projection).FirstOrDefaultAsync(ct) is { } macro
            ? macro
            : Error.NotFound<Macro>();
}
