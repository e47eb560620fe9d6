using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>What campaigns have left, and what is taken from them.</summary>
internal static class Campaigns
{
    /// <summary>What the campaigns of a programme have left; null, without a query, where no rule for this event is of one.</summary>
    public static async Task<IReadOnlyDictionary<string, long>?> CampaignsLeft(this ICrmDb db, ProgrammeInForce programme, EarningEvent happened, CancellationToken ct)
    {
        if (!programme.Content.Rules!.Any(r => r.Campaign is not null && r.Event == happened))
        {
            return null;
        }
        await db.CampaignSpendings.Where(s => s.ProgrammeId == programme.Id).LoadAsync(ct);
        return programme.Content.Campaigns!.ToDictionary(c => c.Code, c => db.Known(programme.Id, c.Code)?.Left(c) ?? c.Points, StringComparer.Ordinal);
    }

    /// <summary>Counts in the transaction of the save what a decision takes; where somebody else took it meanwhile, the command is handled again on what is left.</summary>
    public static void SpendCampaigns(this ICrmDb db, ProgrammeInForce programme, EarningDecision decision)
    {
        var spent = programme.Content.Rules!.Zip(decision.Rules).Where(r => r.First.Campaign is not null && r.Second.Points > 0)
            .GroupBy(r => r.First.Campaign!, r => r.Second.Points, (code, points) => (Code: code, Points: points.Sum()));
        foreach (var (code, points) in spent)
        {
            var known = db.Known(programme.Id, code) ?? db.CampaignSpendings.Add(CampaignSpending.Begin(programme.Id, code)).Entity;
            if (!known.Spend(points))
            {
                continue;
            }
            var most = programme.Content.Campaigns!.First(c => c.Code == code).Points;
            db.AskInTurn($"campaign {programme.Id} {code}", async ct => await db.CampaignSpendings
                .Where(s => s.ProgrammeId == programme.Id && s.Code == code && s.Spent + points <= most)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Spent, x => x.Spent + points), ct) == 1 ? Result.Done : RaceErrors.TurnLost);
        }
    }

    private static CampaignSpending? Known(this ICrmDb db, ProgrammeId id, string code) => db.CampaignSpendings.Local.FirstOrDefault(s => s.ProgrammeId == id && s.Code == code);
}
