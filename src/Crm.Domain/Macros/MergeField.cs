using System.Collections.Frozen;

namespace Crm.Domain.Macros;

/// <summary>What values a merge field takes: a text as it is, or a calendar date that is written out in the language of the macro.</summary>
public enum MergeFieldKind { Text, Date }

/// <summary>Where the value of a merge field comes from, unless the request gives one.</summary>
public enum MergeFieldSource { Customer, Staff, Tenant, Today, Request }

/// <summary>A place in a macro that is filled when it is used.</summary>
public sealed class MergeField
{
    public const int NameMaxLength = 40;

    private MergeField(string name, MergeFieldKind kind, MergeFieldSource source, string description, string example, string? persian = null, string? english = null)
    {
        (Name, Kind, Source, Description, Example) = (name, kind, source, description, example);
        Polite = new[] { ("fa", persian), ("en", english) }.Where(p => p.Item2 is not null).ToFrozenDictionary(p => p.Item1, p => p.Item2!, StringComparer.Ordinal);
    }

    public string Name { get; }
    public MergeFieldKind Kind { get; }
    public MergeFieldSource Source { get; }
    public string Description { get; }
    public string Example { get; }

    /// <summary>What stands there politely without any value, by language. A field that has none must have a value.</summary>
    public IReadOnlyDictionary<string, string> Polite { get; }

    public static readonly IReadOnlyList<MergeField> All =
    [
        new("customer.salutation", MergeFieldKind.Text, MergeFieldSource.Customer, "How the customer is addressed at the beginning, by formality, honorific and names.", "سرکار خانم احمدی", "مشتری گرامی", "Dear customer"),
        new("customer.preferredName", MergeFieldKind.Text, MergeFieldSource.Customer, "What the customer likes to be called.", "مریم", "مشتری گرامی", "dear customer"),
        new("customer.givenName", MergeFieldKind.Text, MergeFieldSource.Customer, "A person's given name.", "مریم", "مشتری گرامی", "dear customer"),
        new("customer.familyName", MergeFieldKind.Text, MergeFieldSource.Customer, "A person's family name.", "احمدی", "مشتری گرامی", "dear customer"),
        new("customer.displayName", MergeFieldKind.Text, MergeFieldSource.Customer, "The name in lists.", "مریم احمدی", "مشتری گرامی", "dear customer"),
        new("customer.organisationName", MergeFieldKind.Text, MergeFieldSource.Customer, "An organisation's name.", "گلستان کتاب", "مجموعهٔ شما", "your organisation"),
        new("staff.name", MergeFieldKind.Text, MergeFieldSource.Staff, "What customers call the member of staff who uses the macro.", "سارا", "همکار شما", "your contact"),
        new("staff.fullName", MergeFieldKind.Text, MergeFieldSource.Staff, "The full name of the member of staff who uses the macro.", "سارا کریمی‌راد", "همکار شما", "your contact"),
        new("tenant.name", MergeFieldKind.Text, MergeFieldSource.Tenant, "The name of the tenant.", "Golestan Bookshops"),
        new("today.date", MergeFieldKind.Date, MergeFieldSource.Today, "The day on which it is used, in the tenant's zone.", "2026-03-21"),
        new("complaint.reference", MergeFieldKind.Text, MergeFieldSource.Request, "What the complaint is called towards the customer.", "C-1042"),
        new("complaint.subject", MergeFieldKind.Text, MergeFieldSource.Request, "What the complaint is about.", "دیر رسیدن بسته", "موضوعی که گفتید", "what you told us"),
        new("commitment.text", MergeFieldKind.Text, MergeFieldSource.Request, "What is promised to the customer.", "ارسال دوبارهٔ بسته"),
        new("commitment.date", MergeFieldKind.Date, MergeFieldSource.Request, "The day on which the promise is due.", "2026-03-25"),
        new("nextUpdate.date", MergeFieldKind.Date, MergeFieldSource.Request, "The day on which the customer hears of it again.", "2026-03-25"),
        new("nextUpdate.time", MergeFieldKind.Text, MergeFieldSource.Request, "The time of that day.", "17:00"),
        new("callback.date", MergeFieldKind.Date, MergeFieldSource.Request, "The day on which the customer is called back.", "2026-03-22"),
        new("callback.time", MergeFieldKind.Text, MergeFieldSource.Request, "The time of that day.", "10:30"),
    ];

    private static readonly FrozenDictionary<string, MergeField> ByName = All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public static MergeField? Find(string name) => ByName.GetValueOrDefault(name);
}
