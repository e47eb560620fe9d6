using Crm.Application.Channels;
using Crm.Domain.Channels;
using Crm.Domain.Complaints;
using Crm.Domain.Interactions;

namespace Crm.Application.Complaints;

/// <summary>The ways on which complaints come in, as the rest of the product knows them.</summary>
internal static class IntakeWays
{
    /// <summary>The channel of a way; null for what comes through partners.</summary>
    public static Channel? Channel(this IntakeChannel way) => way switch
    {
        IntakeChannel.Phone => Domain.Interactions.Channel.Phone,
        IntakeChannel.Post => Domain.Interactions.Channel.Post,
        IntakeChannel.InPerson => Domain.Interactions.Channel.InPerson,
        IntakeChannel.Kiosk => Domain.Interactions.Channel.Kiosk,
        IntakeChannel.Web => Domain.Interactions.Channel.Web,
        IntakeChannel.Email => Domain.Interactions.Channel.Email,
        IntakeChannel.Chat => Domain.Interactions.Channel.Chat,
        IntakeChannel.Social or IntakeChannel.PublicReview => Domain.Interactions.Channel.Social,
        _ => null,
    };

    /// <summary>What a way costs the customer, as the tenant says; writing here costs nothing where it says nothing, and of other ways nothing is known then (S4-FREE-1).</summary>
    public static async ValueTask<CostToCustomer?> CostOf(this ChannelsOnOffer channels, IntakeChannel way, ICrmDb db, Caller caller, CancellationToken ct)
    {
        var kind = way.Channel();
        var offered = (await channels.Recently(db, caller.Tenant.Number, ct)).FirstOrDefault(c => c.Kind == kind);
        return offered?.CostToCustomer ?? (way == IntakeChannel.Web ? CostToCustomer.Free : null);
    }
}
