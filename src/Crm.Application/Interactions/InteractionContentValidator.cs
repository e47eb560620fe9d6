using Crm.Domain.Interactions;
using FluentValidation;

namespace Crm.Application.Interactions;

internal sealed class InteractionContentValidator : AbstractValidator<InteractionContent>
{
    public InteractionContentValidator()
    {
        RuleFor(x => x.Number).MaximumLength(InteractionContent.NumberMaxLength);
        RuleFor(x => x.Subject).MaximumLength(InteractionContent.SubjectMaxLength);
        RuleFor(x => x.Words).MaximumLength(InteractionContent.WordsMaxLength);
        RuleFor(x => x.Notes).MaximumLength(InteractionContent.NotesMaxLength);
        RuleFor(x => x.DeEscalation).MaximumLength(InteractionContent.DeEscalationMaxLength);
        RuleFor(x => x.ExternalId).ExternalId();
        RuleFor(x => x.Signals).AtMost(InteractionContent.MaxParts);
        RuleForEach(x => x.Signals).NotNull().ChildRules(s => s.RuleFor(x => x.Note).MaximumLength(Signal.NoteMaxLength));
        RuleFor(x => x.Holds).AtMost(InteractionContent.MaxParts);
        RuleForEach(x => x.Holds).NotNull().ChildRules(h => h.RuleFor(x => x.Reason).MaximumLength(Hold.ReasonMaxLength));
        RuleFor(x => x.Mentions).AtMost(InteractionContent.MaxParts);
        RuleFor(x => x.Participants).AtMost(InteractionContent.MaxParts);
        RuleForEach(x => x.Participants).NotNull().ChildRules(p =>
        {
            p.RuleFor(x => x.Role).NotEmpty().MaximumLength(Participant.RoleMaxLength);
            p.RuleFor(x => x.Name).MinimumLength(1).MaximumLength(Participant.NameMaxLength);
        });
        RuleFor(x => x.FollowUp).ChildRules(f => f.RuleFor(x => x!.Note).NotEmpty().MaximumLength(FollowUp.NoteMaxLength));
    }
}
