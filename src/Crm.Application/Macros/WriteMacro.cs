using Crm.Application.Phrases;
using Crm.Domain;
using Crm.Domain.Macros;
using Crm.Domain.Phrases;
using FluentValidation;

namespace Crm.Application.Macros;

public sealed record WriteMacro(MacroContent Content) : ICommand<MacroDetails>;

internal sealed class MacroContentValidator : AbstractValidator<MacroContent>
{
    public MacroContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(MacroContent.NameMaxLength);
        RuleFor(x => x.Language).NotEmpty().LanguageTag();
        RuleFor(x => x.Purpose).IsInEnum();
        RuleFor(x => x.Body).NotEmpty().MaximumLength(MacroContent.BodyMaxLength);
    }
}

internal sealed class WriteMacroHandler(ICrmDb db, PhraseCheck check, Caller caller, TimeProvider clock, IValidator<MacroContent> validator)
    : ICommandHandler<WriteMacro, MacroDetails>
{
    public async Task<Result<MacroDetails>> Handle(WriteMacro command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (Macro.Write(command.Content, clock.GetUtcNow()).Failed(out var error, out var macro))
        {
            return error;
        }
        if (MacroWords.Refusal(macro, await check.Guards(db, caller.Tenant.Number, ct)) is { } refusal)
        {
            return refusal;
        }
        db.Macros.Add(macro);
        db.MacroVersions.Add(macro.AsVersion(caller.StaffId));
        return MacroDetails.Of(macro);
    }
}

internal static class MacroWords
{
    /// <summary>Why the words of a macro may not go out, those included that stand in for values; null where they may.</summary>
    public static Error? Refusal(Macro macro, PhraseGuards guards)
    {
        var body = MacroBody.Parse(macro.Body).Value;
        var findings = body.Parts.Select(p => p.FallBack).OfType<string>().Prepend(body.WordsOnly()).Select(words => guards.Check(words, macro.Language));
        return findings.FirstOrDefault(f => f.Blocked) is { } blocked ? PhraseErrors.BlockedBy(blocked, "/body") : null;
    }
}
