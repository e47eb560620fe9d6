using Crm.Domain.Customers;
using Crm.Domain.Referrals;

namespace Crm.Application.Referrals;

/// <summary>A lead who is moved to customer has become one.</summary>
internal sealed class SettleReferralWhenCustomerMoved(TimeProvider clock, SettlingReferrals referrals) : IEventHandler<CustomerLifecycleChanged>
{
    public async Task Handle(CustomerLifecycleChanged happened, CancellationToken ct)
    {
        if (happened.To != Lifecycle.Customer || await referrals.Find(happened.CustomerId, ct) is not { } referral)
        {
            return;
        }
        if (!Referral.IsLead(happened.From))
        {
            referral.Dismiss(clock.GetUtcNow());
            return;
        }
        await referrals.Convert(referral, null, ct);
    }
}
