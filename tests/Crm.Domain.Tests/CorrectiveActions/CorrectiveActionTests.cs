using Crm.Domain.CorrectiveActions;

namespace Crm.Domain.Tests.CorrectiveActions;

[Trait("Requirement", "S1-LEARN-1")]
public sealed class CorrectiveActionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 21);

    /// <summary>What each step comes to in each state: another state, or the refusal.</summary>
    [Theory]
    [InlineData("Planned", "InProgress", "Done", "corrective_action.not_done", "Cancelled", "Planned")]
    [InlineData("InProgress", "corrective_action.already_started", "Done", "corrective_action.not_done", "Cancelled", "InProgress")]
    [InlineData("Done", "corrective_action.already_done", "corrective_action.already_done", "Effective", "corrective_action.already_done", "corrective_action.already_done")]
    [InlineData("Effective", "corrective_action.already_done", "corrective_action.already_done", "corrective_action.already_checked", "corrective_action.already_done", "corrective_action.already_done")]
    [InlineData("Ineffective", "InProgress", "corrective_action.already_done", "corrective_action.already_checked", "corrective_action.already_done", "corrective_action.already_done")]
    [InlineData("Cancelled", "corrective_action.cancelled", "corrective_action.cancelled", "corrective_action.cancelled", "corrective_action.cancelled", "corrective_action.cancelled")]
    public void Every_step_in_every_state(string state, string start, string complete, string check, string cancel, string revise)
    {
        Assert.Equal(start, After(state, a => a.Start(Now)));
        Assert.Equal(complete, After(state, a => a.Complete("Seen", Today, Today, Now)));
        Assert.Equal(check, After(state, a => a.CheckEffectiveness(4, 1, 30, Today.AddDays(30), null, Now)));
        Assert.Equal(cancel, After(state, a => a.Cancel("No", Now)));
        Assert.Equal(revise, After(state, a => a.Revise(a.Content with { Title = "Other" }, Now)));
    }

    [Theory]
    [InlineData(4, 1, true)]
    [InlineData(4, 4, false)]
    [InlineData(4, 5, false)]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    public void It_helped_where_the_cause_did_not_come_back_or_came_back_less_often(int before, int after, bool isEffective)
    {
        var action = In("Done");
        Assert.False(action.CheckEffectiveness(before, after, 30, Today.AddDays(30), null, Now).Failed(out _));
        Assert.Equal(isEffective ? CorrectiveActionState.Effective : CorrectiveActionState.Ineffective, action.State);
        Assert.Equal((before, after, 30), (action.Check!.Before, action.Check.After, action.Check.WindowDays));
    }

    [Fact]
    public void It_is_checked_when_the_window_is_over_and_done_on_no_day_to_come()
    {
        var action = In("Done");
        Assert.True(action.CheckEffectiveness(4, 1, 31, Today.AddDays(30), null, Now).Failed(out var error));
        Assert.Equal("corrective_action.check_too_early", error.Code);
        Assert.True(In("Planned").Complete("Seen", Today.AddDays(1), Today, Now).Failed(out error));
        Assert.Equal("done_in_future", error.Fields.Single().Code);
    }

    [Fact]
    public void One_that_is_taken_up_again_keeps_its_last_check_and_is_done_anew()
    {
        var action = In("Ineffective");
        Assert.False(action.Start(Now).Failed(out _));
        Assert.Equal((null, null), (action.DoneOn, action.Evidence));
        Assert.NotNull(action.Check);
    }

    private static string After(string state, Func<CorrectiveAction, Result> step)
    {
        var action = In(state);
        return step(action).Failed(out var error) ? error.Code : action.State.ToString();
    }

    private static CorrectiveAction In(string state)
    {
        var action = CorrectiveAction.Plan(new() { Title = "Train", CauseId = CauseId.New(Now), OwnerId = StaffId.New(Now), DueOn = Today }, Now);
        if (state is "InProgress")
        {
            Assert.False(action.Start(Now).Failed(out _));
        }
        if (state is "Done" or "Effective" or "Ineffective")
        {
            Assert.False(action.Complete("Seen", Today, Today, Now).Failed(out _));
        }
        if (state is "Effective" or "Ineffective")
        {
            Assert.False(action.CheckEffectiveness(1, state is "Effective" ? 0 : 1, 1, Today.AddDays(1), null, Now).Failed(out _));
        }
        if (state is "Cancelled")
        {
            Assert.False(action.Cancel("No", Now).Failed(out _));
        }
        Assert.Equal(state, action.State.ToString());
        return action;
    }
}
