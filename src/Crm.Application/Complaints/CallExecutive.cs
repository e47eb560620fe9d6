using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>Why the customer calls the executive.</summary>
/// <param name="Words">What they want to say; at most 5,000 characters.</param>
public sealed record ExecutiveCallBody(string? Words = null)
{
    public const int WordsMaxLength = Complaint.WordsMaxLength;

    public static readonly ExecutiveCallBody Example = new("Three weeks, and nobody calls back.");
}

public sealed record CallExecutive(string Token, ExecutiveCallBody Body) : ICommand<TrackedComplaint>, IHandledAgain;

internal sealed class ExecutiveCallBodyValidator : AbstractValidator<ExecutiveCallBody>
{
    public ExecutiveCallBodyValidator() => RuleFor(x => x.Words).MaximumLength(Complaint.WordsMaxLength);
}

internal sealed class CallExecutiveHandler(ICrmDb db, TrackedComplaints tracked, Caller caller, TimeProvider clock, IValidator<ExecutiveCallBody> validator)
    : ICommandHandler<CallExecutive, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(CallExecutive command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var now = clock.GetUtcNow();
        if ((await tracked.Find(command.Token, ct)).Failed(out var error, out var complaint) || complaint.CallExecutive(command.Body.Words, IntakeChannel.Web, now).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(complaint.CustomerId);
        db.Record(complaint, caller, now);
        return await tracked.Show(complaint, ct);
    }
}
