namespace Crm.Domain.Staff;

/// <summary>Who reports to whom among a tenant's staff.</summary>
public sealed class ReportingLines(IReadOnlyDictionary<StaffId, StaffId?> managers)
{
    /// <summary>How many staff a tenant may have for lines to be changed: they are looked at whole, once per change.</summary>
    public const int MaxStaff = 20_000;

    /// <summary>Refuses a manager who is unknown, or who reports to the member, directly or round a corner.</summary>
    public Result Admit(StaffId member, StaffId manager)
    {
        if (managers.Count > MaxStaff)
        {
            return StaffErrors.TooManyForLines;
        }
        if (!managers.ContainsKey(manager))
        {
            return StaffErrors.UnknownManager.About("/managerId");
        }
        // As many steps as there are staff: two changes at once may have closed a circle that this must not walk for ever.
        StaffId? above = manager;
        for (var steps = 0; above is { } one && steps <= managers.Count; steps++)
        {
            if (one == member)
            {
                return StaffErrors.CircularReporting.With(manager.ToString());
            }
            above = managers.GetValueOrDefault(one);
        }
        return Result.Done;
    }

    /// <summary>Whether somebody reports to this manager, directly or round a corner.</summary>
    public bool ReportsTo(StaffId member, StaffId manager)
    {
        var above = managers.GetValueOrDefault(member);
        for (var steps = 0; above is { } one && steps <= managers.Count; steps++)
        {
            if (one == manager)
            {
                return true;
            }
            above = managers.GetValueOrDefault(one);
        }
        return false;
    }
}
