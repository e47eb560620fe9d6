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

    public static readonly Error Revoked = new(ErrorKind.Conflict, "apikey.revoked", "The key was revoked. Make a new one.");
}
