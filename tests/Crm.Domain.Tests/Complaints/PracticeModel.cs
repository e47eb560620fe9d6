namespace Crm.Domain.Tests.Complaints;

/// <summary>
/// The gates of the practice once more, written from the rules and not from the code: a list of what happened, and for every action a question to that
/// list. It knows nothing of the aggregate's members.
/// </summary>
internal sealed partial class PracticeModel(bool byPhone, bool known, bool owned, string owner)
{
    private readonly List<string> happened = ["filed"];
    private readonly Dictionary<int, (string State, int Instance, int ValidUntil, string? By)> offers = [];
    private readonly List<(string Subject, bool Approved, string By, int Instance)> reviews = [];
    private readonly List<string> deciders = [];
    private bool owned = owned, known = known;
    private string owner = owner;
    private string? firstHandler;
    private bool onAppeal;
    private bool waiting, waitingForCustomer;
    private int level;
    private int instance = 1;
    private int closedOn;
    private string? end;

    public string Stage => end ?? (Now("resolved") ? Now("asked") ? "Verifying" : "Resolved"
        : Now("accepted") ? "Providing" : Now("desired") ? "Leading" : Now("heard") ? "Hearing" : Ever("assessed") ? "Assessed" : Ever("acknowledged") ? "Acknowledged" : "Received");

    public string Owner => owner;
    public int Instance => instance;

    public string? Acknowledge() => Closed() ?? (Ever("acknowledged") ? "complaint.already_acknowledged" : Note("acknowledged"));

    public string? Assess() =>
        Closed() ?? Unowned() ?? Resolved() ?? (!Ever("acknowledged") ? "complaint.acknowledgement_comes_first" : Note("assessed"));

    public string? Say(bool customer)
    {
        if (Closed() is { } no)
        {
            return no;
        }
        (waiting, waitingForCustomer) = customer && waitingForCustomer ? (false, false) : (waiting, waitingForCustomer);
        return null;
    }

    public string? CompleteHearing() => Begun() ?? (Now("heard") ? "complaint.hearing_already_completed" : Note("heard"));

    public string? PlayBack(bool confirmed) => Begun() ?? Unheard() ?? Note(confirmed ? "confirmed" : "corrected");

    public string? Empathise() => Begun() ?? Unheard() ?? Note("empathy");

    public string? Apologise() => Begun() ?? Unheard() ?? (!Now("empathy") ? "complaint.empathy_comes_first" : Note("apology"));

    public string? Ask(bool declined) => Begun() ?? BeforeLeading() ?? Note("desired", declined ? "declined" : "wished");

    public string? Review(string subject, bool approved, string? by, bool partial)
    {
        if ((Begun() ?? BeforeLeading()) is { } no)
        {
            return no;
        }
        if (by is null || by == owner)
        {
            return "complaint.reviewer_is_handler";
        }
        if (partial)
        {
            return "complaint.conflict_of_interest";
        }
        reviews.Add((subject, approved, by, instance));
        return null;
    }

    public string? Resolve(string kind, bool customerFault, bool evidence, bool gesture, bool promisesOpen, string? by, int now)
    {
        if ((Begun() ?? BeforeLeading()) is { } no)
        {
            return no;
        }
        if (onAppeal && by is not null && (by == firstHandler || deciders.Contains(by)))
        {
            return "complaint.appeal_needs_another";
        }
        if (customerFault && !evidence)
        {
            return "evidence_required";
        }
        if (customerFault && !ApprovedBySecond("fault", by))
        {
            return "complaint.second_review_required";
        }
        if (kind == "UnresolvedNoRemedy" && !ApprovedBySecond("noRemedy", by))
        {
            return "complaint.second_person_required";
        }
        if (kind == "UnresolvedNoRemedy" && !gesture)
        {
            return "gesture_or_waiver_required";
        }
        if (kind is "Fixed" or "Compensated" && !Now("desired"))
        {
            return "complaint.desired_outcome_comes_first";
        }
        if (kind == "Compensated" && !Now("accepted"))
        {
            return "complaint.acceptance_comes_first";
        }
        if (offers.Values.Any(o => o.State == "waiting"))
        {
            return "complaint.approval_comes_first";
        }
        if (offers.Values.Any(o => o.State == "proposed" && o.ValidUntil > now))
        {
            return "complaint.offers_open";
        }
        if (promisesOpen)
        {
            return "complaint.commitments_open";
        }
        if (!onAppeal && by is not null)
        {
            deciders.Add(by);
        }
        (onAppeal, waiting, waitingForCustomer) = (false, false, false);
        return Note("resolved");
    }

    public string? FollowUp(string answer, bool promisesOpen, int now)
    {
        if ((Closed() ?? (!Now("resolved") ? "complaint.resolution_comes_first" : null)) is { } no)
        {
            return no;
        }
        var last = answer == "NoAnswer" && happened.Skip(happened.LastIndexOf("again") + 1).Count(h => h == "silence") == 2;
        if (promisesOpen && (last || answer == "Solved"))
        {
            return "complaint.commitments_open";
        }
        Note("asked", answer == "NoAnswer" ? "silence" : "answer");
        if (answer == "NotSolved")
        {
            Again(now);
        }
        else if (last || answer == "Solved")
        {
            (end, closedOn) = (last ? "ClosedUnconfirmed" : "ClosedConfirmed", now);
        }
        return null;
    }

    public string? Reopen(int now)
    {
        if (end == "Duplicate")
        {
            return "complaint.closed";
        }
        if (end is null && !Now("resolved"))
        {
            return "complaint.not_closed";
        }
        Again(now);
        return null;
    }

    public string? Appeal(string handler, bool partial, int now)
    {
        if (end is "Duplicate" or "WithdrawnByCustomer")
        {
            return "complaint.closed";
        }
        if (end is null && !Now("resolved"))
        {
            return "complaint.resolution_comes_first";
        }
        if (firstHandler is not null)
        {
            return "complaint.already_appealed";
        }
        if (handler == owner || deciders.Contains(handler))
        {
            return "complaint.appeal_needs_another";
        }
        if (partial)
        {
            return "complaint.conflict_of_interest";
        }
        (firstHandler, owner, onAppeal) = (owner, handler, true);
        Again(now);
        return null;
    }

    private string? Note(params string[] words)
    {
        happened.AddRange(words);
        return null;
    }

    private string? End(string how, int now)
    {
        (end, closedOn) = (how, now);
        foreach (var (id, offer) in offers.Where(o => o.Value.State == "waiting").ToList())
        {
            offers[id] = offer with { State = "withdrawn" };
        }
        (waiting, waitingForCustomer) = (false, false);
        return null;
    }

    private void Again(int now)
    {
        happened.Add("again");
        instance++;
        (end, closedOn, waiting, waitingForCustomer) = (null, 0, false, false);
        foreach (var (id, offer) in offers.Where(o => o.Value.State == "proposed").ToList())
        {
            offers[id] = offer with { State = offer.ValidUntil <= now ? "expired" : "withdrawn" };
        }
    }

    private bool Ever(string what) => happened.Contains(what);

    private bool Now(string what) => happened.LastIndexOf(what) > happened.LastIndexOf("again");

    private bool ApprovedBySecond(string subject, string? by)
    {
        var last = reviews.FindLastIndex(r => r.Subject == subject && r.Instance == instance);
        return last >= 0 && reviews[last].Approved && reviews[last].By != by && reviews[last].By != owner;
    }

    private string? Closed() => end is not null ? "complaint.closed" : null;

    private string? Unowned() => owned ? null : "complaint.owner_comes_first";

    private string? Resolved() => Now("resolved") ? "complaint.already_resolved" : null;

    private string? Begun() => Closed() ?? Unowned() ?? Resolved()
        ?? (!Ever("acknowledged") ? "complaint.acknowledgement_comes_first" : !Ever("assessed") ? "complaint.assessment_comes_first" : null);

    private string? Unknown() => known ? null : "complaint.customer_comes_first";

    private string? Unheard() => Now("heard") ? null : "complaint.hearing_comes_first";

    private string? BeforeLeading()
    {
        var playback = happened.FindLast(h => h is "confirmed" or "corrected" or "again");
        return Unheard()
            ?? (playback == "corrected" || (byPhone && playback != "confirmed") ? "complaint.playback_comes_first"
            : !Now("empathy") ? "complaint.empathy_comes_first" : !Now("apology") ? "complaint.apology_comes_first" : null);
    }
}
