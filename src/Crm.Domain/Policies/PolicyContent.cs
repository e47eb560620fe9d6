using Crm.Domain.Interactions;

namespace Crm.Domain.Policies;

/// <summary>What a clock runs for.</summary>
public enum ClockSubject { Complaint, Callback, Commitment, Request }

/// <summary>What a matter waits for where it is not us.</summary>
public enum WaitState { WaitingCustomer, WaitingThirdParty }

/// <summary>Who is told when a clock gets on, each above the one before: its owner, their lead, the manager, the executive.</summary>
public enum EscalationLevel { Owner, Lead, Manager, Executive }

/// <summary>Whom a policy is for. Each list that is empty means all of its kind; a fact that is not known is in none that names some.</summary>
/// <param name="Subjects">What the clocks run for, at most 4.</param>
/// <param name="CustomerClasses">Codes of classes of customers, such as key, at most 50.</param>
/// <param name="Tiers">Codes of tiers of loyalty, such as gold, at most 50.</param>
public sealed record AppliesTo(IReadOnlyList<ClockSubject>? Subjects = null, IReadOnlyList<string>? CustomerClasses = null, IReadOnlyList<string>? Tiers = null)
{
    public const int MaxSubjects = 4;
    public const int MaxCustomerClasses = 50;
    public const int MaxTiers = 50;

    /// <summary>The form of a code: small letters, digits, _ and -, beginning with a letter or digit.</summary>
    public const string CodeForm = @"^[a-z0-9][a-z0-9_-]{0,49}\z";
    public const int CodeMaxLength = 50;

    public static readonly AppliesTo Everything = new();

    public IReadOnlyList<ClockSubject> Subjects { get; init; } = Subjects ?? [];
    public IReadOnlyList<string> CustomerClasses { get; init; } = CustomerClasses ?? [];
    public IReadOnlyList<string> Tiers { get; init; } = Tiers ?? [];

    internal AppliesTo Normalised() => new([.. Subjects.Distinct().Order()], Sorted(CustomerClasses), Sorted(Tiers));

    public bool Equals(AppliesTo? other) => other is not null
        && Subjects.SequenceEqual(other.Subjects) && CustomerClasses.SequenceEqual(other.CustomerClasses) && Tiers.SequenceEqual(other.Tiers);

    public override int GetHashCode() => HashCode.Combine(Subjects.Count, CustomerClasses.Count, Tiers.Count);

    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> codes) => [.. codes.Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>How long something may take, for contacts of a channel and matters of a priority or for all.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Target">How long it may take: an ISO 8601 duration in weeks, days, hours, minutes and seconds above zero and up to P3660D, as in PT4H. A day of it is 24 hours that count.</param>
/// <param name="Channel">Only for what came on this channel; for any where absent.</param>
/// <param name="Priority">Only for this priority; for any where absent.</param>
/// <param name="CalendarId">The calendar in use whose open time counts; the tenant's default one where absent. Not together with elapsed true.</param>
/// <param name="Elapsed">Whether all time counts, open or not. Where absent, it does for firstHumanContact, callback and commitment without a calendar, and not for the others.</param>
/// <param name="PausedIn">While the matter waits in these states the clock stands still. None for metrics that never pause: acknowledgement, firstHumanContact, commitment, callback and executiveAnswer.</param>
/// <param name="MostPause">How long all pauses of a clock may last together, of all time; afterwards it runs whatever the state. An ISO 8601 duration above zero and up to P3660D; without limit where absent.</param>
public sealed record PolicyTarget(
    Metric Metric, TimeSpan Target, Channel? Channel = null, Priority? Priority = null, CalendarId? CalendarId = null, bool? Elapsed = null,
    IReadOnlyList<WaitState>? PausedIn = null, TimeSpan? MostPause = null)
{
    public const int MaxPausedIn = 2;

    public IReadOnlyList<WaitState> PausedIn { get; init; } = PausedIn ?? [];

    /// <summary>Whether all time counts for it, and not that of a calendar.</summary>
    public bool CountsAllTime() => Elapsed ?? (CalendarId is null && Metrics.IsElapsed(Metric));

    /// <summary>What it is for; no two targets of a policy are for the same.</summary>
    public (Metric, Channel?, Priority?) Criteria() => (Metric, Channel, Priority);

    public bool Equals(PolicyTarget? other) => other is not null && Criteria() == other.Criteria() && Target == other.Target && CalendarId == other.CalendarId
        && Elapsed == other.Elapsed && MostPause == other.MostPause && PausedIn.SequenceEqual(other.PausedIn);

    public override int GetHashCode() => HashCode.Combine(Criteria(), Target);
}

/// <summary>At how much of its target a clock tells whom (S3-SPEED-3).</summary>
/// <param name="Percent">The part of the target that has passed, in percent, 1 to 1000.</param>
/// <param name="To">Who is told.</param>
/// <param name="Critical">Whether they are told at once, also outside their hours.</param>
public sealed record Rung(int Percent, EscalationLevel To, bool Critical = false)
{
    public const int MinPercent = 1;
    public const int MaxPercent = 1000;
}

/// <summary>How fast whom is served, and who is told when it gets late (S3-SPEED-2, S3-SPEED-3).</summary>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Rank">Its place among the tenant's policies, 0 to 1000: the lowest is asked first.</param>
/// <param name="AppliesTo">Whom it is for.</param>
/// <param name="Targets">1 to 200 targets, no two of them for the same metric, channel and priority.</param>
/// <param name="Rungs">At most 20 rungs of escalation, in rising order of percent; nobody is told where there are none.</param>
public sealed record PolicyContent(string Name, int Rank, AppliesTo AppliesTo, IReadOnlyList<PolicyTarget> Targets, IReadOnlyList<Rung> Rungs)
{
    public const int NameMaxLength = 100;
    public const int MaxRank = 1000;
    public const int UsualRank = 500;
    public const int MaxTargets = 200;
    public const int MaxRungs = 20;

    /// <summary>What is wrong with its parts where each alone may be right.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var (faults, known) = (new List<FieldError>(), new HashSet<(Metric, Channel?, Priority?)>());
        for (var i = 0; i < Targets.Count; i++)
        {
            var (target, pointer) = (Targets[i], $"/targets/{i}");
            if (!known.Add(target.Criteria()))
            {
                faults.Add(new(pointer, "target_repeated", "There is a target for this metric, channel and priority already. Keep one of them."));
            }
            if (target.CalendarId is not null && target.Elapsed == true)
            {
                faults.Add(new(pointer + "/calendarId", "elapsed_with_calendar", "A target counts all time or that of a calendar. Leave one of the two out."));
            }
            if (target.PausedIn.Count > 0 && Metrics.NeverPauses(target.Metric))
            {
                faults.Add(new(pointer + "/pausedIn", "metric_never_pauses", "Clocks of this metric never pause: nobody but us is what they wait for."));
            }
            if (target.MostPause is not null && target.PausedIn.Count == 0)
            {
                faults.Add(new(pointer + "/mostPause", "most_pause_misplaced", "A clock that no state pauses has no longest pause. Name the states in pausedIn."));
            }
        }
        for (var i = 1; i < Rungs.Count; i++)
        {
            if (Rungs[i].Percent <= Rungs[i - 1].Percent)
            {
                faults.Add(new($"/rungs/{i}/percent", "rungs_unordered", "Each rung is at a higher percentage than the one before it."));
            }
        }
        return faults;
    }

    /// <summary>As it is stored: the name in the one form of Unicode, sets in order, and nobody's list from outside.</summary>
    internal PolicyContent Normalised() => new(
        FoldedText.Nfc(Name.Trim()), Rank, AppliesTo.Normalised(), [.. Targets.Select(t => t with { PausedIn = [.. t.PausedIn.Distinct().Order()] })], [.. Rungs]);
}
