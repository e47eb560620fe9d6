namespace Crm.Domain.ApiKeys;

public static class ApiKeyErrors
{
    public static readonly Error MoreThanOwn = new(ErrorKind.Forbidden, "apikey.more_than_own",
        "A key cannot be given a permission that its maker lacks. Leave the permissions out that detail names.");

    public static readonly Error NoOwner = new(ErrorKind.Conflict, "apikey.last_administrator",
        "This is the tenant's last key that may manage keys. Make another one first.");

    public static readonly Error Revoked = new(ErrorKind.Conflict, "apikey.revoked", "The key was revoked. Make a new one.");
}
