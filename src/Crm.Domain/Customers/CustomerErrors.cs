namespace Crm.Domain.Customers;

public static class CustomerErrors
{
    public static readonly Error Duplicate = new(ErrorKind.Conflict, "customer.duplicate",
        "This customer seems to be known already. Use the record named in conflictingId, or repeat with allowDuplicate=true.");

    public static readonly Error KindIsFixed = new(ErrorKind.Conflict, "customer.kind_is_fixed",
        "A person cannot become an organisation, nor the other way round. Create the other and relate the two.");

    public static readonly Error Merged = new(ErrorKind.Conflict, "customer.merged",
        "This record was merged into another one. Work on the survivor named in conflictingId.");

    public static readonly Error Erased = new(ErrorKind.Conflict, "customer.erased",
        "This customer was erased on request. Nothing can be recorded on the tombstone.");

    public static readonly Error WishesNoContact = new(ErrorKind.Conflict, "customer.wishes_no_contact",
        "The customer wishes not to be contacted on this channel. Choose another channel, or wait until the wish is withdrawn.");

    public static readonly Error ConsentMissing = new(ErrorKind.Conflict, "customer.consent_missing",
        "The customer gave no consent for this purpose on this channel. Ask for it, and record it with its evidence.");

    public static readonly Error TooManyDecisions = new(ErrorKind.Conflict, "customer.too_many_decisions",
        "The customer's decisions that are in force are too many. Use fewer purposes, or leave channel out where all channels have the same decision.");

    public static readonly Error TooManyWatchers = new(ErrorKind.Conflict, "customer.too_many_watchers",
        "A customer has at most 100 watchers. Remove one first.");

    public static readonly Error LoserUnknown = new(ErrorKind.Invalid, "customer.merge_loser_unknown",
        "There is no customer with the id in loserId. Check it.");

    public static readonly Error MergeSameRecord = new(ErrorKind.Invalid, "customer.merge_same_record",
        "A record cannot be merged into itself. Name the other record of the customer in loserId.");

    public static readonly Error MergeKindsDiffer = new(ErrorKind.Conflict, "customer.merge_kinds_differ",
        "A person and an organisation cannot be merged. Relate the two instead.");

    public static readonly Error MergeTooLarge = new(ErrorKind.Conflict, "customer.merge_too_large",
        "Together the two records have more than one customer can hold; detail says of what. Remove some of it from either first.");

    public static readonly Error NotMerged = new(ErrorKind.Conflict, "customer.not_merged",
        "This merge has been undone already. Nothing is left to undo.");

    public static readonly Error MergeWindowOver = new(ErrorKind.Conflict, "customer.merge_window_over",
        "A merge can be undone for 30 days, which are over. Register the other customer anew.");
}
