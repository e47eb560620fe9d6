namespace Crm.Domain.Work;

/// <summary>What sort of work it is: a task of its own, or what another record asks for.</summary>
public enum WorkKind { Task, Callback, Commitment, Complaint, KnowledgeGap, Approval, ExecutiveAnswer, Check }

/// <summary>Where work stands.</summary>
public enum WorkState { Open, Done, Cancelled }

/// <summary>How much it presses; a piece of work weighs 1, 2, 3 or 5 in the load of its owner.</summary>
public enum WorkPriority { Low, Normal, High, Urgent }

/// <summary>What happens to work.</summary>
public enum WorkEventKind { Opened, Assigned, HandOverProposed, HandOverAccepted, HandOverDeclined, HandOverTimedOut, HandOverWithdrawn, Reassigned, Done, Cancelled, Reopened, Revised }

/// <summary>Why somebody was chosen, or was not.</summary>
public enum AssignmentReason
{
    /// <summary>Somebody named them.</summary>
    ByName,

    /// <summary>They took a hand-over.</summary>
    Accepted,

    /// <summary>No other who fits has as little open work.</summary>
    LeastLoad,

    /// <summary>Among those with as little, nobody has been waiting longer for work.</summary>
    LongestWithoutWork,

    /// <summary>They have the skill.</summary>
    SkillFits,

    /// <summary>They lack the skill.</summary>
    SkillMissing,

    /// <summary>They had the skill until a day that is over.</summary>
    SkillExpired,

    /// <summary>They speak the language.</summary>
    LanguageFits,

    /// <summary>They do not speak the language.</summary>
    LanguageMissing,

    /// <summary>They are absent now.</summary>
    Absent,

    /// <summary>They have a conflict of interest.</summary>
    Conflict,

    /// <summary>Whoever owned it does not work here any more.</summary>
    OwnerLeft,

    /// <summary>It had no owner, and they came.</summary>
    WasUnowned,
}
