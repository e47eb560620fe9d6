using Crm.Domain.Interactions;

namespace Crm.Domain.Channels;

/// <summary>A way on which customers reach the tenant: what to use, when it is open, what it costs them and who will see what they say (S4-FREE-1).</summary>
public sealed class CustomerChannel : AggregateRoot<CustomerChannel>, IResource
{
    /// <summary>How many a tenant has at most, so that all of them are shown at once.</summary>
    public const int Most = 200;

    private CustomerChannel() { }

    public static string Prefix => "channel";

    public Channel Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
    public CostToCustomer CostToCustomer { get; private set; }
    public CalendarId? CalendarId { get; private set; }
    public string? CostText { get; private set; }
    public string? WhoSees { get; private set; }
    public int Position { get; private set; }
    public bool Active { get; private set; }

    /// <summary>When it was taken back for good.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public ChannelContent Content => new(Kind, Name, Address, CostToCustomer, CalendarId, CostText, WhoSees, Position, Active);

    public static CustomerChannel Offer(ChannelContent content, DateTimeOffset now)
    {
        var channel = new CustomerChannel { Id = ChannelId.New(now) };
        channel.Take(content, now);
        channel.Raise(new ChannelOffered(channel.Id));
        return channel;
    }

    public Result Revise(ChannelContent content, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            return ChannelErrors.Withdrawn;
        }
        Take(content, now);
        Raise(new ChannelRevised(Id));
        return Result.Done;
    }

    /// <summary>Takes it back for good. It stays readable. Repeating it changes nothing.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            WithdrawnAt = now;
            Changed(now);
            Raise(new ChannelWithdrawn(Id));
        }
    }

    private void Take(ChannelContent content, DateTimeOffset now)
    {
        (Kind, CostToCustomer, CalendarId, Position, Active) = (content.Kind, content.CostToCustomer, content.CalendarId, content.Position, content.Active);
        (Name, Address) = (FoldedText.Nfc(content.Name.Trim()), FoldedText.Nfc(content.Address.Trim()));
        (CostText, WhoSees) = (FoldedText.Shown(content.CostText), FoldedText.Shown(content.WhoSees));
        Changed(now);
    }
}
