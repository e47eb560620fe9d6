using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What a customer writes through the link.</summary>
/// <param name="Words">What they say, 1 to 20,000 characters.</param>
public sealed record CustomerMessageBody(string Words)
{
    public const int WordsMaxLength = ComplaintMessage.WordsMaxLength;

    public static readonly CustomerMessageBody Example = new("کتری نو رسید، ولی در آن ترک دارد.");
}

public sealed record WriteByLink(string Token, CustomerMessageBody Body) : ICommand<TrackedComplaint>, IHandledAgain;

internal sealed class CustomerMessageBodyValidator : AbstractValidator<CustomerMessageBody>
{
    public CustomerMessageBodyValidator() => RuleFor(x => x.Words).NotEmpty().MaximumLength(ComplaintMessage.WordsMaxLength);
}

internal sealed class WriteByLinkHandler(ICrmDb db, TrackedComplaints tracked, Caller caller, TimeProvider clock, IValidator<CustomerMessageBody> validator)
    : ICommandHandler<WriteByLink, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(WriteByLink command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var now = clock.GetUtcNow();
        return (await tracked.Find(command.Token, ct)).Failed(out var error, out var complaint)
            || complaint.Receive(command.Body.Words, IntakeChannel.Web, null, null, now).Failed(out error, out var message)
            ? error
            : await tracked.Show(complaint, ct, db.Keep(complaint, message, caller, now));
    }
}
