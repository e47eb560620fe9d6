using Crm.Domain;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>How much of the campaigns of a programme is spent.</summary>
/// <param name="Data">Each campaign, at most 50.</param>
public sealed record ProgrammeCampaigns(IReadOnlyList<CampaignStanding> Data)
{
    public static readonly ProgrammeCampaigns Example = new([new("spring", 1_000_000, 250_000, 750_000)]);
}

/// <summary>How much of a campaign is spent.</summary>
/// <param name="Code">The campaign.</param>
/// <param name="Points">Its budget.</param>
/// <param name="Spent">How many points were earned from it. What is taken back for a return stays spent.</param>
/// <param name="Left">How many are left.</param>
public sealed record CampaignStanding(string Code, long Points, long Spent, long Left);

public sealed record GetCampaigns(ProgrammeId Id) : IQuery<ProgrammeCampaigns>;

internal sealed class GetCampaignsHandler(ICrmDb db) : IQueryHandler<GetCampaigns, ProgrammeCampaigns>
{
    public async Task<Result<ProgrammeCampaigns>> Handle(GetCampaigns query, CancellationToken ct)
    {
        var found = await db.Programmes.AsNoTracking().Where(p => p.Id == query.Id)
            .Select(p => new { p.Content, Spent = db.CampaignSpendings.Where(s => s.ProgrammeId == p.Id).ToList() }).FirstOrDefaultAsync(ct);
        return found is null ? Error.NotFound<Programme>() : new ProgrammeCampaigns([.. (found.Content.Campaigns ?? []).Select(c =>
        {
            var spending = found.Spent.Find(s => s.Code == c.Code) ?? CampaignSpending.Begin(query.Id, c.Code);
            return new CampaignStanding(c.Code, c.Points, spending.Spent, spending.Left(c));
        })]);
    }
}
