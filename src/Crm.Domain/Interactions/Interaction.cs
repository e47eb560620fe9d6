namespace Crm.Domain.Interactions;

/// <summary>A contact with a customer, as it was. It is never changed; a mistake is corrected by a new one that names it (S5-360-1).</summary>
public sealed class Interaction : AggregateRoot<Interaction>, IResource
{
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly List<InteractionParty> parties = [];

    private Interaction() { }

    public static string Prefix => "interaction";

    /// <summary>Everything that was told. The members below repeat what lists filter and sort by.</summary>
    public InteractionContent Content { get; private set; } = null!;
    public CustomerId CustomerId { get; private set; }
    public Channel Channel { get; private set; }
    public Direction Direction { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? Subject { get; private set; }
    public Emotion? EmotionAtStart { get; private set; }
    public Emotion? EmotionAtEnd { get; private set; }
    public Outcome? Outcome { get; private set; }
    public Visibility Visibility { get; private set; }

    /// <summary>Who had the contact.</summary>
    public StaffId? StaffId { get; private set; }

    /// <summary>Who entered it.</summary>
    public StaffId? RecordedById { get; private set; }

    /// <summary>The credential that entered it, as a key.</summary>
    public ByteKey Author { get; private set; }
    public DateOnly? FollowUpOn { get; private set; }
    public StaffId? FollowUpOwnerId { get; private set; }
    public InteractionId? ClosesFollowUpOfId { get; private set; }
    public InteractionId? CorrectsId { get; private set; }

    /// <summary>Staff and customers who are named beside the two who spoke.</summary>
    public IReadOnlyList<InteractionParty> Parties => parties;

    /// <summary>The correction of this one, if it was wrong.</summary>
    public InteractionCorrection? Correction { get; private set; }

    public static Result<Interaction> Record(InteractionContent told, Author author, DateTimeOffset now)
    {
        var content = told.Normalized(author.StaffId);
        if (Mistakes(content, now).ToList() is { Count: > 0 } mistakes)
        {
            return Error.Invalid(mistakes);
        }
        var interaction = new Interaction { Id = InteractionId.New(now), RecordedById = author.StaffId, Author = author.Credential };
        interaction.Take(content);
        interaction.Changed(now);
        interaction.Raise(new InteractionRecorded(interaction.Id, content.CustomerId, content.Channel, content.Direction, interaction.Visibility));
        if (content.Mentions.Count > 0)
        {
            interaction.Raise(new StaffMentioned(interaction.Id, content.CustomerId, content.Mentions));
        }
        return interaction;
    }

    /// <summary>Records what this one should have been. One correction each: a second one corrects the first.</summary>
    public Result<Interaction> Correct(InteractionContent told, string reason, Author author, DateTimeOffset now)
    {
        if (Correction is { } known)
        {
            return InteractionErrors.AlreadyCorrected.With(known.CorrectionId.ToString());
        }
        if (Record(told with { Visibility = told.Visibility ?? Visibility }, author, now).Failed(out var error, out var correction))
        {
            return error;
        }
        correction.CorrectsId = Id;
        correction.Raise(new InteractionCorrected(Id, correction.Id, correction.CustomerId));
        Correction = new() { OriginalId = Id, CorrectionId = correction.Id, Reason = FoldedText.Nfc(reason.Trim()), By = author.StaffId, At = now };
        return correction;
    }

    /// <summary>Tells who watches the customer, unless the interaction is private.</summary>
    public void Tell(IReadOnlyList<StaffId> watchers)
    {
        if (watchers.Count > 0 && Visibility != Visibility.Private)
        {
            Raise(new CustomerWatchedActivity(CustomerId, Id, watchers));
        }
    }

    /// <summary>How long the customer waited on the line at a stretch without having agreed; holds that follow each other without a break are one.</summary>
    public TimeSpan LongestHoldWithoutConsent()
    {
        var (longest, waited, until) = (TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var hold in Content.Holds.Where(h => h.Consented != true))
        {
            waited = (hold.From == until ? waited : TimeSpan.Zero) + (hold.To - hold.From);
            until = hold.To;
            longest = waited > longest ? waited : longest;
        }
        return longest;
    }

    /// <summary>Tells that the customer was on hold for longer than the tenant allows without consent (S2-HOLD-1). A correction tells it only where the wrong one did not.</summary>
    public void MeasureHolds(TimeSpan limit, Interaction? corrected)
    {
        if (LongestHoldWithoutConsent() is var waited && waited > limit && !(corrected?.LongestHoldWithoutConsent() > limit))
        {
            Raise(new HoldViolated(Id, CustomerId, StaffId, (long)waited.TotalSeconds, (long)limit.TotalSeconds));
        }
    }

    /// <summary>Removes every word of or about the person; codes and times stay for the figures (S2-CALM-1).</summary>
    public void Purge(DateTimeOffset now)
    {
        Content = Content with
        {
            Subject = null,
            Number = null,
            Words = null,
            Notes = null,
            DeEscalation = null,
            Signals = [],
            Participants = [],
            ExternalId = null,
            Holds = [.. Content.Holds.Select(h => h with { Reason = null })],
            FollowUp = Content.FollowUp is { } followUp ? followUp with { Note = "" } : null,
        };
        (Subject, ExternalId) = (null, null);
        Changed(now);
    }

    private void Take(InteractionContent content)
    {
        Content = content;
        (CustomerId, Channel, Direction, StartedAt, EndedAt) = (content.CustomerId, content.Channel, content.Direction, content.StartedAt, content.EndedAt);
        (Subject, EmotionAtStart, EmotionAtEnd, Outcome) = (content.Subject, content.EmotionAtStart, content.EmotionAtEnd, content.Outcome);
        (StaffId, Visibility, ExternalId) = (content.StaffId, content.Visibility ?? Visibility.Team, content.ExternalId);
        (FollowUpOn, FollowUpOwnerId, ClosesFollowUpOfId) = (content.FollowUp?.On, content.FollowUp?.OwnerId, content.ClosesFollowUpOfId);
        foreach (var person in content.Participants.Where(p => p.Name is null))
        {
            parties.Add(new() { InteractionId = Id, Number = parties.Count, StaffId = person.StaffId, CustomerId = person.CustomerId });
        }
        foreach (var mentioned in content.Mentions)
        {
            parties.Add(new() { InteractionId = Id, Number = parties.Count, StaffId = mentioned, IsMentioned = true });
        }
    }

    private static IEnumerable<FieldError> Mistakes(InteractionContent content, DateTimeOffset now)
    {
        var latest = now + ClockTolerance;
        if (content.StartedAt > latest)
        {
            yield return InteractionErrors.InFuture("/startedAt");
        }
        if (content.EndedAt < content.StartedAt)
        {
            yield return new("/endedAt", "ends_before_start", "A contact cannot end before it began.");
        }
        else if (content.EndedAt > latest)
        {
            yield return InteractionErrors.InFuture("/endedAt");
        }
        if (content is { EmotionAtStart: >= Emotion.Angry, EndedAt: not null, EmotionAtEnd: null })
        {
            yield return new("/emotionAtEnd", "emotion_at_end_required",
                "The contact began in anger and has ended. Say how the customer felt at the end.");
        }
        if (content is { Visibility: Visibility.Private, Mentions.Count: > 0 })
        {
            yield return new("/mentions", "mentions_private", "Nobody else sees a private interaction, so it can mention nobody.");
        }
        for (var i = 0; i < content.Participants.Count; i++)
        {
            var person = content.Participants[i];
            if ((person.CustomerId is null ? 0 : 1) + (person.StaffId is null ? 0 : 1) + (person.Name is null ? 0 : 1) != 1)
            {
                yield return new($"/participants/{i}", "participant_unidentified", "Exactly one of customerId, staffId and name says who took part.");
            }
        }
        foreach (var mistake in HoldMistakes(content, content.EndedAt ?? latest))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<FieldError> HoldMistakes(InteractionContent content, DateTimeOffset end)
    {
        if (content.Holds.Count == 0)
        {
            yield break;
        }
        if (content.Channel != Channel.Phone)
        {
            yield return new("/holds", "holds_without_call", "Only a call on the telephone has times on hold.");
        }
        var before = content.StartedAt;
        foreach (var hold in content.Holds)
        {
            if (hold.To < hold.From || hold.From < content.StartedAt || hold.To > end)
            {
                yield return new("/holds", "hold_outside_contact", "Every hold begins before it ends, and lies between startedAt and endedAt.");
            }
            else if (hold.From < before)
            {
                yield return new("/holds", "holds_overlap", "Two holds of one call cannot overlap.");
            }
            before = hold.To > before ? hold.To : before;
        }
    }
}

/// <summary>Who enters an interaction: the member of staff, if the credential acts as one, and a key of the credential itself.</summary>
public readonly record struct Author(StaffId? StaffId, ByteKey Credential);

/// <summary>Somebody named in an interaction, so that nobody unknown is named and mentions are found.</summary>
public sealed class InteractionParty
{
    public required InteractionId InteractionId { get; init; }
    public required int Number { get; init; }
    public StaffId? StaffId { get; init; }
    public CustomerId? CustomerId { get; init; }
    public bool IsMentioned { get; init; }
}

/// <summary>Which interaction replaces a wrong one. Its key is the wrong one's, so that there is one at most.</summary>
public sealed class InteractionCorrection
{
    public const int ReasonMaxLength = 500;

    public required InteractionId OriginalId { get; init; }
    public required InteractionId CorrectionId { get; init; }
    public required string Reason { get; init; }
    public StaffId? By { get; init; }
    public required DateTimeOffset At { get; init; }
}
