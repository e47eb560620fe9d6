namespace Crm.Domain.Tenants;

public static class TenantErrors
{
    public static readonly Error SlugTaken = new(ErrorKind.Conflict, "tenant.slug_taken",
        "A tenant with this slug exists, or existed once. Choose another slug.");

    public static readonly Error Closing = new(ErrorKind.Conflict, "tenant.closing",
        "The tenant is closing. Call the closure off first if it is to be kept.");

    public static readonly Error Closed = new(ErrorKind.Conflict, "tenant.closed",
        "The tenant is closed and everything of it was erased. Provision a new one.");

    public static readonly Error Erasing = new(ErrorKind.Conflict, "tenant.erasing",
        "The grace period is over and the tenant's data is being erased. The closure cannot be called off any more.");

    public static readonly Error UnknownPlacement = new(ErrorKind.Invalid, "placement_unknown",
        "No store of this name is configured. Leave placement out for the default store, or configure Stores__<name>.");
}
