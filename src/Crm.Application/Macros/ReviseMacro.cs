using Crm.Application.Phrases;
using Crm.Domain;
using Crm.Domain.Macros;
using FluentValidation;

namespace Crm.Application.Macros;

public sealed record ReviseMacro(MacroId Id, Patch<MacroContent> Changes, IfMatch IfMatch) : ICommand<MacroDetails>;

internal sealed class ReviseMacroHandler(ICrmDb db, PhraseCheck check, Caller caller, TimeProvider clock, IValidator<MacroContent> validator)
    : ICommandHandler<ReviseMacro, MacroDetails>
{
    public async Task<Result<MacroDetails>> Handle(ReviseMacro command, CancellationToken ct)
    {
        if ((await db.Macros.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var macro)
            || command.Changes.ApplyTo(macro.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (macro.Revise(content, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        if (MacroWords.Refusal(macro, await check.Guards(db, caller.Tenant.Number, ct)) is { } refusal)
        {
            return refusal;
        }
        db.MacroVersions.Add(macro.AsVersion(caller.StaffId));
        return MacroDetails.Of(macro);
    }
}
