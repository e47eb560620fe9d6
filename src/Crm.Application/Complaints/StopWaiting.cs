using Crm.Domain;

namespace Crm.Application.Complaints;

public sealed record StopWaiting(ComplaintId Id, IfMatch IfMatch) : ICommand<ComplaintDetails>;

internal sealed class StopWaitingHandler(PracticeSteps steps, Caller caller) : ICommandHandler<StopWaiting, ComplaintDetails>
{
    /// <summary>Repeating it is no error.</summary>
    public Task<Result<ComplaintDetails>> Handle(StopWaiting command, CancellationToken ct) =>
        steps.Take(command.Id, command.IfMatch, (loaded, now) =>
            Task.FromResult(loaded.Complaint.WaitingFor is null ? Result.Done : loaded.Complaint.StopWaiting(caller.StaffId, now)), ct);
}
