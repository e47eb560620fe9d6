using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

internal static class Lines
{
    /// <summary>Lines are no longer than this, and one that goes in a circle ends here.</summary>
    private const int LongestLine = 20;

    /// <summary>Who stands so high above somebody; the last of a line that is shorter.</summary>
    public static async Task<StaffId> Above(this ICrmDb db, StaffId owner, EscalationLevel level, CancellationToken ct)
    {
        var steps = level == EscalationLevel.Executive ? LongestLine : (int)level;
        var at = owner;
        for (var step = 0; step < steps; step++)
        {
            if (await db.Staff.Where(s => s.Id == at).Select(s => s.ManagerId).FirstOrDefaultAsync(ct) is not { } manager)
            {
                break;
            }
            at = manager;
        }
        return at;
    }

    /// <summary>
    /// Who answers over the head of somebody: the top of their line, or where that is they themselves or somebody who left, the top of another line, or anybody else. Only who
    /// works alone is asked themselves.
    /// </summary>
    public static async Task<StaffId> ExecutiveAbove(this ICrmDb db, StaffId handler, CancellationToken ct)
    {
        var top = await db.Above(handler, EscalationLevel.Executive, ct);
        if (top != handler && await db.Staff.AnyAsync(s => s.Id == top && s.Active, ct))
        {
            return top;
        }
        var others = await db.Staff.Where(s => s.Active && s.Id != handler)
            .OrderBy(s => s.ManagerId != null).ThenByDescending(s => db.Staff.Any(r => r.Active && r.ManagerId == s.Id)).ThenBy(s => s.Id).Select(s => s.Id).Take(1).ToListAsync(ct);
        return others is [var other] ? other : handler;
    }
}
