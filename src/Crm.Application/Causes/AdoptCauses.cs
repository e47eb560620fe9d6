using Crm.Domain;
using Crm.Domain.Causes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Causes;

/// <summary>A taxonomy to start with.</summary>
/// <param name="Preset">Which one.</param>
public sealed record AdoptCauses(CausePreset Preset) : ICommand<AdoptedCauses>
{
    public static readonly AdoptCauses Example = new(CausePreset.Standard);
}

/// <summary>The causes that were added.</summary>
/// <param name="Data">Those whose codes the tenant did not have yet, parents before their children.</param>
public sealed record AdoptedCauses(IReadOnlyList<CauseDetails> Data)
{
    public static readonly AdoptedCauses Example = new([CauseDetails.Example]);
}

internal sealed class AdoptCausesValidator : AbstractValidator<AdoptCauses>
{
    public AdoptCausesValidator() => RuleFor(x => x.Preset).IsInEnum();
}

internal sealed class AdoptCausesHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<AdoptCauses, AdoptedCauses>
{
    public async Task<Result<AdoptedCauses>> Handle(AdoptCauses command, CancellationToken ct)
    {
        var known = await db.Causes.AsNoTracking().ToListAsync(ct);
        var all = known.ToDictionary(c => c.Code, StringComparer.Ordinal);
        var added = new List<Cause>();
        foreach (var preset in CausePresets.Of(command.Preset).Where(p => !all.ContainsKey(p.Code)))
        {
            var parent = preset.ParentCode is { } above ? all.GetValueOrDefault(above) : null;
            var content = new CauseContent
            {
                Code = preset.Code, Names = CauseContent.NamesOf(preset.Fa, preset.En), ParentId = parent?.Id, Controllable = preset.Controllable,
            };
            // What has no place, since the tenant retired its parent or moved it down to the last level, is left out.
            if (!Cause.Add(content, parent, clock.GetUtcNow()).Failed(out _, out var cause))
            {
                all[cause.Code] = cause;
                added.Add(cause);
            }
        }
        if (all.Count > Cause.Most)
        {
            return CauseErrors.TooMany;
        }
        if (known.Count > 0)
        {
            db.OnlyWhile(db.Causes, known);
        }
        db.Causes.AddRange(added);
        return new AdoptedCauses([.. added.Select(CauseDetails.Of)]);
    }
}
