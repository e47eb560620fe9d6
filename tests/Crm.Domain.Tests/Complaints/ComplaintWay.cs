using Crm.Domain.Authorities;
using Crm.Domain.Complaints;
using Crm.Domain.Conflicts;
using Crm.Domain.Staff;

namespace Crm.Domain.Tests.Complaints;

/// <summary>One way: a complaint and its model, to which the same happens.</summary>
internal sealed class ComplaintWay
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly StaffId[] Staff = [.. Enumerable.Range(0, 6).Select(i => StaffId.New(Start.AddMinutes(i)))];

    private static readonly CustomerId Customer = CustomerId.New(Start);

    /// <summary>5 is complained about, 4 reports to 3, who reports to 5; 2 is related to the customer, and 0 to another one.</summary>
    private static readonly Impartiality Guard = new(new ReportingLines(new Dictionary<StaffId, StaffId?>
    {
        [Staff[0]] = null, [Staff[1]] = Staff[0], [Staff[2]] = null, [Staff[3]] = Staff[5], [Staff[4]] = Staff[3], [Staff[5]] = null,
    }), [new(Staff[2], Customer, null), new(Staff[0], CustomerId.New(Start), null)]);

    /// <summary>Actions that have no reason to refuse but their order, when tried with harmless particulars.</summary>
    public static readonly ComplaintAction[] Ordered =
    [
        ComplaintAction.Acknowledge, ComplaintAction.Assess, ComplaintAction.AddStatement, ComplaintAction.CompleteHearing, ComplaintAction.PlayBack, ComplaintAction.Empathise,
        ComplaintAction.Apologise, ComplaintAction.AskDesiredOutcome, ComplaintAction.Offer, ComplaintAction.RefuseWish, ComplaintAction.FollowUp, ComplaintAction.Reopen,
        ComplaintAction.Withdraw, ComplaintAction.MarkDuplicate, ComplaintAction.FlagAbuse, ComplaintAction.Wait, ComplaintAction.StopWaiting,
        ComplaintAction.IdentifyCustomer,
    ];

    /// <summary>What leads far, so that ways do not only dwell at their beginning.</summary>
    private static readonly HashSet<ComplaintAction> Forward = [ComplaintAction.CompleteHearing, ComplaintAction.Resolve, ComplaintAction.Appeal];

    private static readonly ComplaintAction[] OnOffers = [ComplaintAction.AcceptOffer, ComplaintAction.DeclineOffer, ComplaintAction.WithdrawOffer, ComplaintAction.ApproveOffer];

    private readonly Random random;
    private readonly List<OfferId> offers = [];
    private int minutes;

    public ComplaintWay(int seed)
    {
        random = new Random(seed);
        var (byPhone, owned, person, known) = (random.Next(2) == 0, random.Next(10) > 0, random.Next(2) == 0, random.Next(4) > 0);
        var intake = new ComplaintIntake { Channel = byPhone ? IntakeChannel.Phone : IntakeChannel.Web, TargetStaffId = person ? Staff[5] : null, CustomerId = known ? Customer : null };
        Complaint = Complaint.File(intake, "سلام", [], new("K7Q2-9MXA-3", owned ? Staff[0] : null, new(2026, 3, 21), "IR", ComplaintRules.Usual), null, Start).Value.Complaint;
        Model = new PracticeModel(byPhone, known, owned, owned ? Staff[0].ToString() : "");
        Person = person;
    }

    public Complaint Complaint { get; }
    public PracticeModel Model { get; }
    public List<string> Told { get; } = [];
    private bool Person { get; }
    private DateTimeOffset Now => Start.AddMinutes(minutes);

    /// <summary>Something that is permitted, mostly, or anything.</summary>
    public (ComplaintAction Action, string? Actual, string? Expected) Step()
    {
        minutes += random.Next(40);
        var permitted = Complaint.NextActions().Select(a => a.Action).Where(a => a is not (ComplaintAction.Withdraw or ComplaintAction.MarkDuplicate)).ToList();
        var action = random.Next(3) > 0 && permitted.Count > 0 ? permitted[random.Next(permitted.Count)] : (ComplaintAction)random.Next(27);
        if (random.Next(3) == 0 && permitted.FindLast(Forward.Contains) is var forward and not ComplaintAction.Acknowledge)
        {
            action = forward;
        }
        if (offers.Count > 0 && !Complaint.IsClosed && random.Next(4) == 0)
        {
            action = OnOffers[random.Next(OnOffers.Length)];
        }
        if (action is ComplaintAction.Withdraw or ComplaintAction.MarkDuplicate or ComplaintAction.IdentifyCustomer && random.Next(6) > 0)
        {
            action = ComplaintAction.AddStatement;
        }
        var by = random.Next(8) == 0 ? (StaffId?)null : Staff[random.Next(4)];
        var subject = Person && random.Next(20) == 0;
        var (actual, expected) = subject ? (Do(action, Staff[5], out var wouldBe), wouldBe) : (Do(action, by, out var model), model);
        Told.Add($"{minutes} {action} {actual}");
        return (action, actual, expected);
    }

    /// <summary>Tries an action with harmless particulars; what it did is not undone.</summary>
    public string? Try(ComplaintAction action) => Code(action switch
    {
        ComplaintAction.RefuseWish => Complaint.RefuseWish("Thanks", "No", [Terms(10)], IntakeChannel.Web, null, Now),
        ComplaintAction.MarkDuplicate => Complaint.MarkDuplicate(ComplaintId.New(Now), ComplaintStage.Received, null, Now),
        ComplaintAction.FollowUp => Complaint.FollowUp(IntakeChannel.Web, FollowUpAnswer.NotSolved, null, false, ComplaintRules.Usual, null, Now),
        ComplaintAction.AskDesiredOutcome => Complaint.RecordDesiredOutcome(new("Money"), IntakeChannel.Web, null, Now),
        _ => Simple(action, null, true, 10),
    });

    private string? Do(ComplaintAction action, StaffId? by, out string? expected)
    {
        var (yes, time, who) = (random.Next(2) == 0, random.Next(1, 200), Staff[random.Next(6)]);
        var byText = by?.ToString();
        var related = Complaint.CustomerId is not null;
        var partial = (related && who == Staff[2]) || (Person && (who == Staff[3] || who == Staff[4] || who == Staff[5]));
        OfferId? id = offers.Count > 0 && random.Next(10) > 0 ? random.Next(3) > 0 ? offers[^1] : offers[random.Next(offers.Count)] : null;
        int? number = id is { } known ? offers.IndexOf(known) : null;
        // Who is complained about can do nothing, but for what is wrong with the request itself.
        var subject = by == Staff[5];
        string? Modelled(Func<string?> model) => subject ? "complaint.conflict_of_interest" : model();
        switch (action)
        {
            case ComplaintAction.AskDesiredOutcome:
                expected = Modelled(() => Model.Ask(yes));
                return Code(Complaint.RecordDesiredOutcome(yes ? new(DeclinedToSay: true) : new("Money"), IntakeChannel.Web, by, Now));
            case ComplaintAction.Offer:
                var above = random.Next(3) == 0;
                expected = Modelled(() => Model.Offer(offers.Count, minutes + time, above, byText));
                return Track(Complaint.MakeOffer(Terms(time, above), IntakeChannel.Web, by, Now).Failed(out var error) ? error.Code : null);
            case ComplaintAction.RefuseWish:
                var none = random.Next(4) == 0;
                expected = none ? Model.Refuse(null, 0, null) : Modelled(() => Model.Refuse(offers.Count, minutes + time, byText));
                return Track(Code(Complaint.RefuseWish("Thanks", "No", none ? [] : [Terms(time)], IntakeChannel.Web, by, Now)));
            case ComplaintAction.AcceptOffer:
                expected = Answered("accepted");
                return Complaint.AcceptOffer(id ?? OfferId.New(Now), IntakeChannel.Web, by, Now).Failed(out error) ? error.Code : null;
            case ComplaintAction.DeclineOffer:
                expected = Answered("declined");
                return Code(Complaint.DeclineOffer(id ?? OfferId.New(Now), null, IntakeChannel.Web, by, Now));
            case ComplaintAction.WithdrawOffer:
                expected = Answered("withdrawn");
                return Code(Complaint.WithdrawOffer(id ?? OfferId.New(Now), "Wrong", by, Now));
            case ComplaintAction.ApproveOffer:
                expected = subject && id is not null ? "complaint.conflict_of_interest" : Model.Decide(number, yes, byText, (related && by == Staff[2]) || (Person && by == Staff[3]), minutes);
                return Code(Complaint.DecideOnOffer(id ?? OfferId.New(Now), yes, "Looked at it", 1, Guard, by, Now));
            case ComplaintAction.Review:
                var (fault, approved) = (random.Next(2) == 0, random.Next(4) > 0);
                expected = Modelled(() => Model.Review(fault ? "fault" : "noRemedy", approved, byText, (related && by == Staff[2]) || (Person && by == Staff[3])));
                return Code(Complaint.Review(fault ? ReviewSubject.CustomerFault : ReviewSubject.NoRemedy, approved, "Looked at it", Guard, by, Now));
            case ComplaintAction.Resolve:
                var (kind, customerFault, evidence, gesture, open) = ((ResolutionKind)random.Next(6), random.Next(4) == 0, random.Next(3) > 0, random.Next(3) > 0, random.Next(8) == 0);
                expected = Modelled(() => Model.Resolve(kind.ToString(), customerFault, evidence, gesture, open, byText, minutes));
                return Code(Complaint.Resolve(new()
                {
                    Kind = kind, CauseCode = "late", CausedBy = customerFault ? CausedBy.CustomerFault : CausedBy.Organisation, Findings = "Found", Expectation = ExpectationOutcome.Met,
                    Evidence = evidence ? ["Photograph"] : [], Gesture = gesture ? "Flowers" : null,
                }, open, by, Now));
            case ComplaintAction.FollowUp:
                var (answer, promises) = (random.Next(4) switch { 0 => FollowUpAnswer.Solved, 1 => FollowUpAnswer.NotSolved, _ => FollowUpAnswer.NoAnswer }, random.Next(8) == 0);
                expected = Modelled(() => Model.FollowUp(answer.ToString(), promises, minutes));
                return Code(Complaint.FollowUp(IntakeChannel.Phone, answer, null, promises, ComplaintRules.Usual, by, Now));
            case ComplaintAction.Appeal:
                expected = Modelled(() => Model.Appeal(who.ToString(), partial, minutes));
                return Code(Complaint.Appeal("No!", who, Guard, by, Now));
            case ComplaintAction.AssignOwner:
                expected = Modelled(() => Model.Assign(who.ToString(), partial));
                return Code(Complaint.AssignOwner(who, null, Guard, by, Now));
            case ComplaintAction.Escalate:
                var level = random.Next(1, 6);
                expected = Modelled(() => Model.Escalate(level));
                return Code(Complaint.Escalate(level, "Too long", by, Now));
            case ComplaintAction.MarkDuplicate:
                expected = Modelled(() => Model.MarkDuplicate(yes, minutes));
                return Code(Complaint.MarkDuplicate(ComplaintId.New(Now), yes ? ComplaintStage.Duplicate : ComplaintStage.Received, by, Now));
            default:
                expected = Modelled(() => SimpleByModel(action, yes));
                return Code(Simple(action, by, yes, time));
        }

        // An offer that is unknown, or accepted already, is told before anything else.
        string? Answered(string answer) =>
            subject && id is not null && (answer != "accepted" || Complaint.Led!.Offers.First(o => o.Id == id).State != OfferState.Accepted) ? "complaint.conflict_of_interest"
            : Model.Answer(number, answer, minutes);
    }

    private string? SimpleByModel(ComplaintAction action, bool yes) => action switch
    {
        ComplaintAction.Acknowledge => Model.Acknowledge(),
        ComplaintAction.Assess => Model.Assess(),
        ComplaintAction.AddStatement => Model.Say(yes),
        ComplaintAction.CompleteHearing => Model.CompleteHearing(),
        ComplaintAction.PlayBack => Model.PlayBack(yes),
        ComplaintAction.Empathise => Model.Empathise(),
        ComplaintAction.Apologise => Model.Apologise(),
        ComplaintAction.Reopen => Model.Reopen(minutes),
        ComplaintAction.Withdraw => Model.Withdraw(minutes),
        ComplaintAction.FlagAbuse => Model.Flag(),
        ComplaintAction.Wait => Model.Wait(yes),
        ComplaintAction.StopWaiting => Model.StopWaiting(),
        ComplaintAction.IdentifyCustomer => Model.Identify(),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private Result Simple(ComplaintAction action, StaffId? by, bool yes, int time)
    {
        switch (action)
        {
            case ComplaintAction.AddStatement:
                return Complaint.AddStatement("More", yes ? StatementAuthor.Customer : StatementAuthor.ThirdParty, IntakeChannel.Email, null, [], by, Now).Failed(out var error) ? error : Result.Done;
            case ComplaintAction.Offer:
                return Complaint.MakeOffer(Terms(time), IntakeChannel.Web, by, Now).Failed(out error) ? error : Result.Done;
            default:
                return action switch
                {
                    ComplaintAction.Acknowledge => Complaint.Acknowledge(IntakeChannel.Email, null, by, Now),
                    ComplaintAction.Assess => Complaint.Assess(new(ComplaintSeverity.High), by, Now),
                    ComplaintAction.CompleteHearing => Complaint.CompleteHearing(IntakeChannel.Phone, by, Now),
                    ComplaintAction.PlayBack => Complaint.PlayBack("Said", "Understood", yes ? PlaybackAnswer.Confirmed : PlaybackAnswer.Corrected, IntakeChannel.Phone, by, Now),
                    ComplaintAction.Empathise => Complaint.Empathise("I see", IntakeChannel.Phone, by, Now),
                    ComplaintAction.Apologise => Complaint.Apologise("Sorry", false, IntakeChannel.Phone, by, Now),
                    ComplaintAction.Reopen => Complaint.Reopen("Again", by, Now),
                    ComplaintAction.Withdraw => Complaint.Withdraw(null, by, Now),
                    ComplaintAction.FlagAbuse => Complaint.FlagAbuse("Shouted", null, by, Now),
                    ComplaintAction.IdentifyCustomer => Complaint.Identify(Customer, by, Now),
                    ComplaintAction.Wait => Complaint.Wait(yes ? WaitingFor.Customer : WaitingFor.ThirdParty, "Photographs", by, Now),
                    _ => Complaint.StopWaiting(by, Now),
                };
        }
    }

    private OfferTerms Terms(int minutesValid, bool above = false) =>
        new("We can", [new(RemedyKind.Gesture, "Flowers")], Now.AddMinutes(minutesValid), null, new("agent", 1, above ? [new(AuthorityReason.NoAuthority)] : []));

    private string? Track(string? code)
    {
        if (code is null)
        {
            offers.Add(Complaint.Led!.Offers[^1].Id);
        }
        return code;
    }

    private static string? Code(Result result) => result.Failed(out var error) ? error.Code : null;
}
