using Crm.Domain;
using Crm.Domain.Causes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Causes;

public sealed record AddCause(CauseContent Content) : ICommand<CauseDetails>;

internal sealed class CauseContentValidator : AbstractValidator<CauseContent>
{
    public CauseContentValidator()
    {
        RuleFor(x => x.Code).NotEmpty().MaximumLength(CauseContent.CodeMaxLength)
            .Must(code => string.IsNullOrWhiteSpace(code) || code.Length > CauseContent.CodeMaxLength || CauseContent.IsCode(code))
            .Code("cause_code_invalid", "A code is made of words of lower case letters and digits, joined by hyphens, with at most 60 characters.");
        RuleFor(x => x.Names).NotEmpty().AtMost(CauseContent.MaxNames);
        RuleForEach(x => x.Names.Keys).LanguageTag().OverridePropertyName("Names");
        RuleForEach(x => x.Names.Values).NotEmpty().MaximumLength(CauseContent.NameMaxLength).OverridePropertyName("Names");
    }
}

internal sealed class AddCauseHandler(ICrmDb db, TimeProvider clock, IValidator<CauseContent> validator) : ICommandHandler<AddCause, CauseDetails>
{
    public async Task<Result<CauseDetails>> Handle(AddCause command, CancellationToken ct)
    {
        var content = command.Content;
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        var known = await db.Causes.AsNoTracking().ToListAsync(ct);
        if (known.Find(c => c.Code == content.Code) is { } taken)
        {
            return CauseErrors.CodeTaken.With(taken.Id.ToString());
        }
        var parent = known.Find(c => c.Id == content.ParentId);
        if (content.ParentId is not null && parent is null)
        {
            return CauseErrors.ParentUnknown;
        }
        if (known.Count >= Cause.Most)
        {
            return CauseErrors.TooMany;
        }
        if (Cause.Add(content, parent, clock.GetUtcNow()).Failed(out var error, out var cause))
        {
            return error;
        }
        if (parent is not null)
        {
            db.OnlyWhile(db.Causes.Where(c => c.Id == parent.Id), [parent]);
        }
        db.Causes.Add(cause);
        return CauseDetails.Of(cause);
    }
}

internal static class CauseReading
{
    /// <summary>
    /// Saves only while these rows of the tree are as they were read; where they are not, the command is handled again from the start. So nothing is put below a cause
    /// that goes at the same moment, and two moves never close a circle. To be said before anything is changed.
    /// </summary>
    public static void OnlyWhile(this ICrmDb db, IQueryable<Cause> rows, IEnumerable<Cause> read)
    {
        var versions = read.ToDictionary(c => c.Id, c => c.Version);
        db.AskInTurn("causes", async ct =>
        {
            var now = await rows.AsNoTracking().Select(c => new { c.Id, c.Version }).ToListAsync(ct);
            return now.Count == versions.Count && now.TrueForAll(c => versions.GetValueOrDefault(c.Id) == c.Version) ? Result.Done : RaceErrors.TurnLost;
        });
    }
}
