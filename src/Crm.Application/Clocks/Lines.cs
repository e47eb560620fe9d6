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
}
