namespace Crm.Domain.Channels;

public static class ChannelErrors
{
    public static readonly Error Withdrawn = new(ErrorKind.Conflict, "channel.withdrawn",
        "The channel was withdrawn and does not change any more. Offer a new one.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "channel.too_many",
        "A tenant offers at most 200 channels. Withdraw one that is not needed first.");
}
