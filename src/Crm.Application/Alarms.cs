using Crm.Application.AfterSale;
using Crm.Application.Clocks;
using Crm.Application.Customers;
using Crm.Application.Gestures;
using Crm.Application.Programmes;
using Crm.Application.Rewards;
using Crm.Application.Complaints;
using Crm.Application.KeyAccounts;
using Crm.Application.RelationshipPlans;
using Crm.Application.Work;

namespace Crm.Application;

/// <summary>
/// Something that is to happen to a record at a time. Set, moved and dropped in the transaction of its cause, so that it is neither forgotten
/// nor left over; a worker of any process sends the command of its kind when the time has come. At most one of a kind for a record.
/// </summary>
public sealed class Alarm
{
    public const int KindMaxLength = 40;

    public required Guid ResourceId { get; init; }

    /// <summary>What is to happen: one of <see cref="Alarms.Commands"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it is to happen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When a worker looks at it next: at first <see cref="At"/>, and while a worker has claimed it the end of that worker's lease.</summary>
    public required DateTimeOffset WakesAt { get; init; }

    /// <summary>The claim of the worker that has it, until <see cref="WakesAt"/>.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>How often it was claimed.</summary>
    public int Attempts { get; init; }
}

/// <summary>What may be waited for, and what is done then.</summary>
public static class Alarms
{
    public const string ClockDue = "clock.due";

    /// <summary>The time to answer a hand-over is over; of a piece of work.</summary>
    public const string HandOverDue = "handOver.due";

    /// <summary>Nobody worked here when it was opened; of a piece of work.</summary>
    public const string WorkUnowned = "work.unowned";

    /// <summary>Work is left of who came or left; of a member of staff.</summary>
    public const string WorkSettle = "work.settle";

    /// <summary>A local midnight has come; of a loyalty programme.</summary>
    public const string ProgrammeNight = "programme.night";

    /// <summary>What a night does changed, and the next one looks at every member; of a loyalty programme.</summary>
    public const string MembersCalled = "programme.membersCalled";

    /// <summary>The time to confirm is over; of a redemption.</summary>
    public const string RedemptionHeld = "redemption.held";

    /// <summary>Nobody came back to a complaint that was begun; of a draft.</summary>
    public const string DraftExpired = "draft.expired";

    /// <summary>Contact may be due; of a key account.</summary>
    public const string AccountContactDue = "account.contactDue";

    /// <summary>The day of a milestone is over; of a relationship plan.</summary>
    public const string PlanMilestoneDue = "plan.milestoneDue";

    /// <summary>A day is over; of a key account, whose health is kept.</summary>
    public const string AccountHealthDue = "account.healthDue";

    /// <summary>It is time to ask how satisfied a customer is; of an after-sale check.</summary>
    public const string AfterSaleDue = "afterSale.due";

    /// <summary>A local midnight has come; of a gesture that is given by rule.</summary>
    public const string StandingGestureNight = "standingGesture.night";

    /// <summary>It is expected soon; of a need.</summary>
    public const string NeedComesUp = "need.comesUp";

    /// <summary>The command of each kind. It drops or moves the alarm in its own save, and does no harm where it comes too early or again.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Guid, ICommand<Nothing>>> Commands =
        new Dictionary<string, Func<Guid, ICommand<Nothing>>>(StringComparer.Ordinal)
        {
            [ClockDue] = id => new TickClock(new ClockId(id)),
            [HandOverDue] = id => new TimeOutHandOver(new WorkId(id)),
            [WorkUnowned] = id => new AssignUnownedWork(new WorkId(id)),
            [RedemptionHeld] = id => new ExpireRedemption(new RedemptionId(id)),
            [ProgrammeNight] = id => new RunProgrammeNight(new ProgrammeId(id)),
            [MembersCalled] = id => new CallMembersToNight(new ProgrammeId(id)),
            [StandingGestureNight] = id => new RunStandingGesture(new StandingGestureId(id)),
            [DraftExpired] = id => new ExpireComplaintDraft(new ComplaintDraftId(id)),
            [AccountContactDue] = id => new CheckAccountContact(new KeyAccountId(id)),
            [PlanMilestoneDue] = id => new CheckPlanMilestones(new RelationshipPlanId(id)),
            [AccountHealthDue] = id => new KeepAccountHealth(new KeyAccountId(id)),
            [AfterSaleDue] = id => new OpenAfterSaleCheck(new AfterSaleCheckId(id)),
            [NeedComesUp] = id => new AnnounceNeed(new NeedId(id)),
            [WorkSettle] = id => new SettleWork(new StaffId(id)),
        };
}

/// <summary>What is to happen later to the records of a save, written with them.</summary>
public interface ISetsAlarms
{
    /// <summary>Sets an alarm of a record that has none of this kind.</summary>
    void SetAlarm(string kind, Guid resource, DateTimeOffset at);

    /// <summary>Lets it ring at another time.</summary>
    void MoveAlarm(string kind, Guid resource, DateTimeOffset at);

    /// <summary>Lets it ring no more.</summary>
    void DropAlarm(string kind, Guid resource);
}
