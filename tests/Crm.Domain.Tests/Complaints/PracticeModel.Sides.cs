namespace Crm.Domain.Tests.Complaints;

/// <summary>What happens beside the way.</summary>
internal sealed partial class PracticeModel
{
    public string? Withdraw(int now) => Closed() ?? End("WithdrawnByCustomer", now);

    public string? MarkDuplicate(bool ofADuplicate, int now) => Closed() ?? (ofADuplicate ? "complaint.duplicate_of_itself" : End("Duplicate", now));

    public string? Flag() => Closed();

    public string? Escalate(int to)
    {
        if ((Closed() ?? (to <= level ? "complaint.already_escalated" : null)) is { } no)
        {
            return no;
        }
        level = to;
        return null;
    }

    public string? Wait(bool forCustomer)
    {
        if ((Closed() ?? Resolved() ?? (waiting ? "complaint.already_waiting" : null)) is { } no)
        {
            return no;
        }
        (waiting, waitingForCustomer) = (true, forCustomer);
        return null;
    }

    public string? StopWaiting()
    {
        if ((Closed() ?? (!waiting ? "complaint.not_waiting" : null)) is { } no)
        {
            return no;
        }
        (waiting, waitingForCustomer) = (false, false);
        return null;
    }

    public string? Assign(string to, bool partial)
    {
        if ((Closed() ?? (partial ? "complaint.conflict_of_interest" : null)) is { } no)
        {
            return no;
        }
        if (onAppeal && (to == firstHandler || deciders.Contains(to)))
        {
            return "complaint.appeal_needs_another";
        }
        (owned, owner) = (true, to);
        return null;
    }

    public string? Identify()
    {
        if ((Closed() ?? (known ? "complaint.customer_known" : null)) is { } no)
        {
            return no;
        }
        known = true;
        return null;
    }
}
