namespace Crm.Domain.Interactions;

public static class InteractionErrors
{
    public static readonly Error AlreadyCorrected = new(ErrorKind.Conflict, "interaction.already_corrected",
        "This interaction was corrected already. Correct the correction, which conflictingId names.");

    public static readonly Error CustomerUnknown = new Error(ErrorKind.Invalid, "reference_unknown",
        "The request names a record that does not exist. Check the ids that it refers to.").About("/customerId");

    public static readonly Error PeriodInvalid = new(ErrorKind.Invalid, "period_invalid",
        "A period begins before it ends and is at most 366 days long.");

    internal static FieldError InFuture(string pointer) => new(pointer, "in_future", "This lies in the future. A contact is recorded when it has begun.");
}
