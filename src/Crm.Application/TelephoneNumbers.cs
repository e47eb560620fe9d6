using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application;

/// <summary>Telephone numbers in requests, and that of a customer.</summary>
internal static class TelephoneNumbers
{
    /// <summary>The number as it is written in the tenant's country; null where none is.</summary>
    public static Result<PhoneNumber?> Read(string? text, Caller caller)
    {
        if (text is null)
        {
            return (PhoneNumber?)null;
        }
        return PhoneNumber.TryParse(text, caller.Tenant.Settings.Country, out var number)
            ? (PhoneNumber?)number
            : Error.Invalid([new("/number", "phone_invalid", "This is no telephone number. Write it with its country code, as in +98 21 8800 1234.")]);
    }

    /// <summary>The telephone number of first choice, or else the first one.</summary>
    public static PhoneNumber? Phone(this CustomerProfile profile) =>
        profile.ContactPoints.Where(c => c is { Kind: ContactPointKind.Phone, Normalized: not null }).OrderByDescending(c => c.Primary).FirstOrDefault() is { } phone
            ? new PhoneNumber(phone.Normalized!) : null;
}
