using Crm.Domain;
using Crm.Domain.Phrases;
using FluentValidation;

namespace Crm.Application.Phrases;

/// <summary>A text that may go out to a customer.</summary>
/// <param name="Text">The text; 1 to 100000 characters.</param>
/// <param name="Language">BCP 47 tag of its language, such as fa-IR: only the list of that language counts. Where it is absent, all lists do.</param>
public sealed record CheckPhrases(string Text, string? Language = null) : IQuery<PhraseFindings>
{
    public const int TextMaxLength = 100_000;

    public static readonly CheckPhrases Example = new("متأسفم، نمی‌دانم کی می‌رسد.", "fa-IR");
}

internal sealed class CheckPhrasesValidator : AbstractValidator<CheckPhrases>
{
    public CheckPhrasesValidator()
    {
        RuleFor(x => x.Text).NotEmpty().MaximumLength(CheckPhrases.TextMaxLength);
        RuleFor(x => x.Language).LanguageTag();
    }
}

internal sealed class CheckPhrasesHandler(ICrmDb db, PhraseCheck check, Caller caller) : IQueryHandler<CheckPhrases, PhraseFindings>
{
    public async Task<Result<PhraseFindings>> Handle(CheckPhrases query, CancellationToken ct) =>
        await check.Of(db, caller.Tenant.Number, query.Text, query.Language, ct);
}
