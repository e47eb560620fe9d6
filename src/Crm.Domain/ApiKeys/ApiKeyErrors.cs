namespace Crm.Domain.ApiKeys;

public static class ApiKeyErrors
{
    public static readonly Error MoreThanOwn = new(ErrorKind.Forbidden, "apikey.more_than_own",
        "A key cannot be given a permission that its maker lacks. Leave the permissions out that detail names.");

    public static readonly Error NoOwner = new(ErrorKind.Conflict, "apikey.last_administrator",
        "This is the tenant's last key that may manage keys. Make another one first.");

    public static readonly Error ExpiryPast = new(ErrorKind.Invalid, "expiry_past", "expiresAt lies in the past. Choose a later instant, or leave it out.");

    public static readonly Error UnknownStaff = new(ErrorKind.Invalid, "staff_unknown",
        "There is no active member of staff with this id. A key acts only as somebody who works here.");

    public static readonly Error CustomerUnknown = new(ErrorKind.Invalid, "apikey_customer_unknown",
        "There is no customer in use with this id. A key acts only for somebody whom the tenant knows.");

    public static readonly Error CustomerIsPortal = new(ErrorKind.Invalid, "apikey_customer_is_portal",
        "A key that acts for a customer has the role portal and nothing else: no further permissions and no staffId.");

    public static readonly Error Revoked = new(ErrorKind.Conflict, "apikey.revoked", "The key was revoked. Make a new one.");
}
