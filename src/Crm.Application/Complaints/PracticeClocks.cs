using Crm.Application.Clocks;
using Crm.Application.KeyAccounts;
using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Clocks;
using Crm.Domain.Complaints;
using Crm.Domain.Policies;
using Crm.Domain.Work;

namespace Crm.Application.Complaints;

/// <summary>
/// The clocks of complaints (S3-SPEED-1), and their work, which is due when the first of them is. They start with the receipt, by the policy in force for the channel and
/// the priority, and follow every step in its transaction. Nothing about a clock is a reason to refuse a complaint or a step.
/// </summary>
internal sealed class PracticeClocks(ICrmDb db, RunningClocks clocks, Caller caller, TimeProvider time, KeyStandings standings)
{
    private static readonly Metric[] AtIntake =
    [
        Metric.Acknowledgement, Metric.FirstHumanContact, Metric.FirstAction, Metric.FirstResponse, Metric.PeriodicUpdate, Metric.ResolutionFirst, Metric.ResolutionTotal,
    ];

    /// <summary>Starts the clocks of a new complaint and opens its work. Tells when the customer hears from us next.</summary>
    /// <param name="confirmed">Whether it is acknowledged in the same breath.</param>
    public async Task<DateTimeOffset?> Start(Complaint complaint, Owner? owner, bool confirmed, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var from = complaint.ReceivedAt > now ? now : complaint.ReceivedAt < now - Clock.MostAge ? now - Clock.MostAge : complaint.ReceivedAt;
        var (first, update) = ((DateTimeOffset?)null, (DateTimeOffset?)null);
        foreach (var metric in AtIntake)
        {
            // An update is owed from the first word of ours on, and that is now.
            if (await Start(complaint, metric, 1, metric == Metric.PeriodicUpdate ? now : from, ct, confirmed && metric == Metric.Acknowledgement) is not { } clock)
            {
                continue;
            }
            first = clock.HasEnded || first < clock.DueAt ? first : clock.DueAt;
            update = metric == Metric.PeriodicUpdate ? clock.DueAt : update;
        }
        OpenWork(complaint, owner, first, now);
        return update;
    }

    /// <summary>Lets the clocks and the work follow the steps of this unit of work.</summary>
    public async Task Follow(Complaint complaint, CancellationToken ct)
    {
        var subject = RecordId.Of(complaint.Id);
        if (complaint.Added.Count == 0 || (await clocks.Of(subject, ct)).Failed(out _, out var running))
        {
            return;
        }
        var (now, owed) = (time.GetUtcNow(), false);
        DateTimeOffset? answerDue = null;
        foreach (var step in complaint.Added)
        {
            Drive(running, step);
            owed |= step.TellsCustomer() || step.Kind is ComplaintEventKind.Reopened or ComplaintEventKind.Appealed;
            answerDue = await StartFor(complaint, running, step, now, ct) is { Metric: Metric.ExecutiveAnswer } asked ? asked.DueAt : answerDue;
        }
        var first = running.FirstDue;
        if (owed && !complaint.IsClosed)
        {
            running.Fulfil(Metric.PeriodicUpdate);
            var next = await Start(complaint, Metric.PeriodicUpdate, running.Instances(Metric.PeriodicUpdate) + 1, now, ct);
            first = running.FirstDue is { } due && !(next?.DueAt < due) ? due : next?.DueAt;
        }
        await FollowWork(complaint, subject, running, first, answerDue, now, ct);
    }

    private static void Drive(SubjectClocks running, ComplaintEvent step)
    {
        if (step.IsAction())
        {
            running.Fulfil(Metric.FirstAction);
        }
        if (step.Channel is not null && step.MeetsCustomer())
        {
            running.Fulfil(Metric.FirstHumanContact);
        }
        if (step.Answers())
        {
            running.Fulfil(Metric.FirstResponse, Metric.NextResponse);
        }
        switch (step.Kind)
        {
            case ComplaintEventKind.Acknowledged:
                running.Fulfil(Metric.Acknowledgement);
                break;
            case ComplaintEventKind.WaitingBegan:
                running.Pause(step.Details.GetValueOrDefault("for") == "thirdParty" ? WaitState.WaitingThirdParty : WaitState.WaitingCustomer);
                break;
            case ComplaintEventKind.WaitingEnded:
                running.Resume();
                break;
            case ComplaintEventKind.Resolved:
                running.Fulfil(Metric.FirstResponse, Metric.ResolutionFirst, Metric.ResolutionTotal);
                running.Cancel(Metric.PeriodicUpdate);
                break;
            case ComplaintEventKind.Reopened or ComplaintEventKind.Appealed:
                running.Reopen(Metric.ResolutionTotal);
                break;
            case ComplaintEventKind.ClosedConfirmed or ComplaintEventKind.ClosedUnconfirmed or ComplaintEventKind.Withdrawn or ComplaintEventKind.MarkedDuplicate:
                // Whoever handles a complaint cannot end what the customer asked the executive for.
                running.CancelAllBut(Metric.ExecutiveAnswer);
                break;
        }
    }

    /// <summary>What begins with a step: the time to answer what the customer writes once their first question is answered, and that of the executive whom they call.</summary>
    private async Task<Clock?> StartFor(Complaint complaint, SubjectClocks running, ComplaintEvent step, DateTimeOffset now, CancellationToken ct)
    {
        Metric? metric = step.Kind switch
        {
            ComplaintEventKind.MessageReceived when !complaint.IsClosed && !running.Runs(Metric.FirstResponse) && !running.Runs(Metric.NextResponse) => Metric.NextResponse,
            ComplaintEventKind.ExecutiveCalled => Metric.ExecutiveAnswer,
            _ => null,
        };
        return metric is { } begins ? await Start(complaint, begins, running.Instances(begins) + 1, now, ct) : null;
    }

    private async Task<Clock?> Start(Complaint complaint, Metric metric, int instance, DateTimeOffset from, CancellationToken ct, bool done = false)
    {
        var facts = new ClockFacts(ClockSubject.Complaint, metric, complaint.Channel.Channel(), complaint.Priority);
        var purpose = new ClockPurpose(RecordId.Of(complaint.Id), metric, instance, complaint.CustomerId, facts);
        return (await clocks.Start(purpose, from, ct, done: done)).Failed(out _, out var clock) ? null : clock;
    }

    private async Task FollowWork(Complaint complaint, RecordId subject, SubjectClocks running, DateTimeOffset? first, DateTimeOffset? answerDue, DateTimeOffset now, CancellationToken ct)
    {
        var all = await db.WorkOf(subject, ct);
        FollowExecutive(complaint, running, all, now);
        if (complaint.Added.Any(s => s.Kind == ComplaintEventKind.ExecutiveCalled))
        {
            await CallExecutive(complaint, subject, answerDue, now, ct);
        }
        var open = all.FindAll(w => w.Kind == WorkKind.Complaint);
        var owner = !complaint.IsClosed && complaint.OwnerId is { } id && (open.Count == 0 || open.Exists(w => w.OwnerId != id))
            ? new Owner(id, (await db.Receiver(id, now, ct))?.AccountableId ?? id, [AssignmentReason.ByName]) : null;
        if (open.Count == 0 && !complaint.IsClosed)
        {
            OpenWork(complaint, owner, first, now);
        }
        foreach (var item in open)
        {
            var (events, waited) = (item.EventCount, item.HandOver is not null);
            if (complaint.IsClosed)
            {
                _ = item.Close(done: true, null, caller.StaffId, now);
            }
            else
            {
                item.Move(first, caller.StaffId, now);
                _ = owner is null ? false : item.Assign(owner, null, caller.StaffId, now).Failed(out _);
            }
            if (item.EventCount != events)
            {
                db.Record(item, handOverEnded: waited && item.HandOver is null);
            }
        }
    }

    /// <summary>The executive has answered when a message of substance goes out from whoever owns that work.</summary>
    private void FollowExecutive(Complaint complaint, SubjectClocks running, List<WorkItem> all, DateTimeOffset now)
    {
        foreach (var item in all.Where(w => w.Kind == WorkKind.ExecutiveAnswer && complaint.Added.Any(s => s.Kind == ComplaintEventKind.MessageSent && s.Answers() && s.By == w.OwnerId)))
        {
            running.Fulfil(Metric.ExecutiveAnswer);
            complaint.TakeExecutiveAnswer(now);
            _ = db.Close(item, done: true, null, caller.StaffId, now);
        }
    }

    /// <summary>Whoever stands at the top of the owner's line is to answer, is told at once, and nobody below can take that away (S4-EXEC-1).</summary>
    private async Task CallExecutive(Complaint complaint, RecordId subject, DateTimeOffset? answerDue, DateTimeOffset now, CancellationToken ct)
    {
        if (complaint.OwnerId is not { } owner)
        {
            return;
        }
        // Of a key account it is the sponsor (S4-EXEC-1).
        var executive = (await standings.Of(complaint.CustomerId, ct))?.SponsorId is { } sponsor && sponsor != owner ? sponsor : await db.ExecutiveAbove(owner, ct);
        db.OpenWork(
            new(WorkKind.ExecutiveAnswer, subject, complaint.Reference, new(executive, executive, [AssignmentReason.ByName]))
            {
                CustomerId = complaint.CustomerId, Priority = Priority.Urgent, DueAt = answerDue, Language = complaint.Language,
            },
            caller, now);
        db.Notify(executive, "complaint.executive_called", subject, complaint.CustomerId, now, now);
    }

    private void OpenWork(Complaint complaint, Owner? owner, DateTimeOffset? dueAt, DateTimeOffset now) =>
        db.OpenWork(
            new(WorkKind.Complaint, RecordId.Of(complaint.Id), complaint.Reference, owner)
            {
                CustomerId = complaint.CustomerId, Priority = complaint.Priority, DueAt = dueAt, Language = complaint.Language,
            },
            caller, now);
}
