namespace Crm.Domain.Tenants;

public static class TenantErrors
{
    public static readonly Error SlugTaken = new(ErrorKind.Conflict, "tenant.slug_taken",
        "A tenant with this slug exists, or existed once. Choose another slug.");

    public static readonly Error Closing = new(ErrorKind.Conflict, "tenant.closing",
        "The tenant is closing. Resume it first if it is to be kept.");

    public static readonly Error Closed = new(ErrorKind.Conflict, "tenant.closed",
        "The tenant is closed and everything of it was erased. Provision a new one.");

    public static readonly Error UnknownPlacement = new(ErrorKind.Invalid, "placement_unknown",
        "No store of this name is configured. Leave placement out for the default store, or configure Stores__<name>.");
}
