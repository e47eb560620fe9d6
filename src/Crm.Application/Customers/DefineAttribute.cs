using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record DefineAttribute(AttributeContent Content) : ICommand<AttributeDetails>;

internal sealed class AttributeContentValidator : AbstractValidator<AttributeContent>
{
    public AttributeContentValidator()
    {
        RuleFor(x => x.Label).NotEmpty().MaximumLength(AttributeContent.LabelMaxLength);
        RuleFor(x => x.Labels).AtMost(AttributeContent.MaxLabels);
        RuleForEach(x => x.Labels.Keys).LanguageTag().OverridePropertyName("Labels");
        RuleForEach(x => x.Labels.Values).NotEmpty().MaximumLength(AttributeContent.LabelMaxLength).OverridePropertyName("Labels");
        RuleFor(x => x.Choices).AtMost(AttributeContent.MaxChoices);
        RuleForEach(x => x.Choices).NotEmpty().MaximumLength(AttributeContent.ChoiceMaxLength);
        RuleFor(x => x.MaxLength).InclusiveBetween(1, AttributeContent.MostTextLength);
        RuleFor(x => x.Description).MaximumLength(AttributeContent.DescriptionMaxLength);
    }
}

internal sealed class DefineAttributeHandler(
    ICrmDb db, UnitOfWork work, AttributesInUse inUse, Caller caller, TimeProvider clock, IValidator<AttributeContent> validator)
    : ICommandHandler<DefineAttribute, AttributeDetails>
{
    public async Task<Result<AttributeDetails>> Handle(DefineAttribute command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (AttributeDefinition.Define(command.Content, clock.GetUtcNow()).Failed(out var error, out var definition))
        {
            return error;
        }
        var known = await db.AttributeDefinitions.Select(d => new { d.Id, d.Name }).ToListAsync(ct);
        if (known.Find(d => d.Name == definition.Name) is { } taken)
        {
            return AttributeErrors.KeyTaken.With(taken.Id.ToString());
        }
        if (known.Count >= AttributeDefinition.Most)
        {
            return AttributeErrors.TooMany;
        }
        db.AttributeDefinitions.Add(definition);
        work.Afterwards(() => inUse.Forget(caller.Tenant.Id));
        return AttributeDetails.Of(definition);
    }
}
