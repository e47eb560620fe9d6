using Crm.Domain;
using Crm.Domain.Phrases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Phrases;

public sealed record AddPhrase(PhraseContent Content) : ICommand<PhraseDetails>;

internal sealed class PhraseContentValidator : AbstractValidator<PhraseContent>
{
    public PhraseContentValidator()
    {
        RuleFor(x => x.Language).NotEmpty().MaximumLength(PhraseContent.LanguageMaxLength)
            .Must(l => l is null || (LanguageTags.IsWellFormed(l) && !l.Contains('-', StringComparison.Ordinal)))
            .Code("language_not_primary", "The primary language alone is needed here, such as fa or en.");
        RuleFor(x => x.Text).NotEmpty().MaximumLength(PhraseContent.TextMaxLength);
        RuleFor(x => x.Better).NotEmpty().MaximumLength(PhraseContent.BetterMaxLength);
        RuleFor(x => x.Rule).IsInEnum();
        RuleFor(x => x.Effect).IsInEnum();
        RuleFor(x => x.Excuses).AtMost(PhraseContent.MaxExcuses);
        RuleForEach(x => x.Excuses).NotEmpty().MaximumLength(PhraseContent.ExcuseMaxLength);
    }
}

internal sealed class AddPhraseHandler(ICrmDb db, UnitOfWork work, PhraseCheck check, Caller caller, TimeProvider clock, IValidator<PhraseContent> validator)
    : ICommandHandler<AddPhrase, PhraseDetails>
{
    public async Task<Result<PhraseDetails>> Handle(AddPhrase command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (Phrase.Add(command.Content, clock.GetUtcNow()).Failed(out var error, out var phrase))
        {
            return error;
        }
        if (await db.Phrases.CountAsync(p => p.RemovedAt == null && p.Origin == PhraseOrigin.Own && p.Language == phrase.Language, ct) >= Phrase.MostOfLanguage)
        {
            return PhraseErrors.TooMany;
        }
        db.Phrases.Add(phrase);
        work.Afterwards(() => check.Forget(caller.Tenant.Number));
        return PhraseDetails.Of(phrase);
    }
}
