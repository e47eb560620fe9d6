using Crm.Domain;

namespace Crm.Application.Macros;

public sealed record RetireMacro(MacroId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireMacroHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RetireMacro, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireMacro command, CancellationToken ct)
    {
        if ((await db.Macros.Load(command.Id, default, ct)).Failed(out var error, out var macro))
        {
            return error;
        }
        if (macro.RetiredAt is not null)
        {
            return new Nothing();
        }
        if (!command.IfMatch.Allows(macro.Version))
        {
            return Error.Stale;
        }
        macro.Retire(clock.GetUtcNow());
        db.MacroVersions.Add(macro.AsVersion(caller.StaffId));
        return new Nothing();
    }
}
