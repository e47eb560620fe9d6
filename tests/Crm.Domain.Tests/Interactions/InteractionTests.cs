using Crm.Domain.Interactions;

namespace Crm.Domain.Tests.Interactions;

public sealed class InteractionTests
{
    // The instant of IdTests, which runs beside: two clocks months apart would break its order of making.
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);
    private static readonly Author Me = new(null, ByteKey.Of("me"));

    private static readonly InteractionContent Call = new()
    {
        CustomerId = CustomerId.New(Now), Channel = Channel.Phone, Direction = Direction.Inbound, StartedAt = Now.AddMinutes(-10), EndedAt = Now,
    };

    [Theory]
    [Trait("Requirement", "S2-CALM-1")]
    [InlineData(Emotion.Annoyed, null, true, true)]
    [InlineData(Emotion.Angry, null, true, false)]
    [InlineData(Emotion.Furious, null, true, false)]
    [InlineData(Emotion.Furious, Emotion.Calm, true, true)]
    [InlineData(Emotion.Furious, null, false, true)]
    public void Wants_the_end_of_a_contact_that_began_in_anger(Emotion start, Emotion? end, bool hasEnded, bool accepted)
    {
        var told = Call with { EmotionAtStart = start, EmotionAtEnd = end, EndedAt = hasEnded ? Now : null };
        Assert.Equal(accepted ? null : "emotion_at_end_required", CodeOf(told));
    }

    [Fact]
    public void Takes_no_contact_that_ends_before_it_begins_or_lies_in_the_future()
    {
        Assert.Equal("ends_before_start", CodeOf(Call with { EndedAt = Call.StartedAt.AddMilliseconds(-1) }));
        Assert.Null(CodeOf(Call with { EndedAt = Call.StartedAt }));
        Assert.Equal("in_future", CodeOf(Call with { StartedAt = Now.AddMinutes(5.1), EndedAt = null }));
        Assert.Null(CodeOf(Call with { StartedAt = Now.AddMinutes(4.9), EndedAt = null }));
        Assert.Equal("in_future", CodeOf(Call with { EndedAt = Now.AddMinutes(6) }));
    }

    [Fact]
    public void Keeps_holds_inside_the_call_and_apart()
    {
        var start = Call.StartedAt;
        Assert.Null(CodeOf(Call with { Holds = [Hold(start.AddMinutes(2), 1), Hold(start, 2)] }));
        Assert.Equal("holds_overlap", CodeOf(Call with { Holds = [Hold(start, 3), Hold(start.AddMinutes(2), 1)] }));
        Assert.Equal("hold_outside_contact", CodeOf(Call with { Holds = [Hold(start.AddMinutes(-1), 2)] }));
        Assert.Equal("hold_outside_contact", CodeOf(Call with { Holds = [Hold(start.AddMinutes(9), 2)] }));
        Assert.Equal("hold_outside_contact", CodeOf(Call with { Holds = [Hold(start.AddMinutes(3), -1)] }));
        Assert.Equal("holds_without_call", CodeOf(Call with { Channel = Channel.Chat, Holds = [Hold(start, 1)] }));
    }

    [Fact]
    public void Lets_a_private_one_mention_nobody_and_says_who_took_part()
    {
        Assert.Equal("mentions_private", CodeOf(Call with { Visibility = Visibility.Private, Mentions = [StaffId.New(Now)] }));
        Assert.Equal("participant_unidentified", CodeOf(Call with { Participants = [new("lawyer")] }));
        Assert.Equal("participant_unidentified", CodeOf(Call with { Participants = [new("lawyer", Call.CustomerId, null, "Reza")] }));
        Assert.Null(CodeOf(Call with { Participants = [new("lawyer", Name: "Reza")] }));
    }

    [Fact]
    public void Is_corrected_once_and_keeps_its_visibility()
    {
        var original = Interaction.Record(Call with { Visibility = Visibility.Private }, Me, Now).Value;
        var correction = original.Correct(Call, "wrong person", Me, Now).Value;
        Assert.Equal((original.Id, Visibility.Private), (correction.CorrectsId, correction.Visibility));
        Assert.True(original.Correct(Call, "again", Me, Now).Failed(out var error));
        Assert.Equal(("interaction.already_corrected", correction.Id.ToString()), (error.Code, error.ConflictingId));
        Assert.Equal(1, original.Version);
    }

    [Fact]
    public void Tells_watchers_of_what_is_not_private()
    {
        var open = Interaction.Record(Call, Me, Now).Value;
        open.Tell([StaffId.New(Now)]);
        Assert.Contains(open.Events, e => e is CustomerWatchedActivity);
        var secret = Interaction.Record(Call with { Visibility = Visibility.Private }, Me, Now).Value;
        secret.Tell([StaffId.New(Now)]);
        Assert.DoesNotContain(secret.Events, e => e is CustomerWatchedActivity);
    }

    [Fact]
    [Trait("Requirement", "S2-CALM-1")]
    public void Loses_every_word_when_purged_and_keeps_the_codes()
    {
        var interaction = Interaction.Record(
            Call with { Subject = "s", Words = "w", Notes = "n", Signals = [new(SignalKind.Tone, "x")], EmotionAtStart = Emotion.Angry, EmotionAtEnd = Emotion.Calm },
            Me, Now).Value;
        interaction.Purge(Now.AddDays(1));
        Assert.Equal((null, null, null, 0), (interaction.Content.Subject, interaction.Content.Words, interaction.Content.Notes, interaction.Content.Signals.Count));
        Assert.Equal((Emotion.Angry, Emotion.Calm), (interaction.EmotionAtStart, interaction.EmotionAtEnd));
    }

    private static Hold Hold(DateTimeOffset from, int minutes) => new(from, from.AddMinutes(minutes));

    private static string? CodeOf(InteractionContent told) =>
        Interaction.Record(told, Me, Now).Failed(out var error) ? Assert.Single(error.Fields).Code : null;
}
