using System.Globalization;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Macros;

namespace Crm.Application.Macros;

/// <summary>The values of merge fields: what a request gives and what the records have.</summary>
internal static class MergeValues
{
    private static readonly DateOnly FirstDay = new(1970, 1, 1), LastDay = new(2199, 12, 31);

    /// <summary>What the request gives, or everything that is wrong with it.</summary>
    public static Result<Dictionary<string, MergeValue>> Given(IReadOnlyDictionary<string, string>? values)
    {
        var (given, wrong) = (new Dictionary<string, MergeValue>(StringComparer.Ordinal), new List<FieldError>());
        foreach (var (name, words) in values ?? new Dictionary<string, string>())
        {
            var pointer = "/values/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (MergeField.Find(name) is not { } field)
            {
                wrong.Add(new(pointer, "merge_field_unknown", "There is no such merge field. GET /v1/macros/fields lists them."));
            }
            else if (words is null)
            {
                wrong.Add(new(pointer, "required", "A value is needed here."));
            }
            else if (words.Length > MacroText.ValueMaxLength)
            {
                wrong.Add(new(pointer, "too_long", $"At most {MacroText.ValueMaxLength} characters are accepted.",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["MaxLength"] = MacroText.ValueMaxLength.ToString(CultureInfo.InvariantCulture) }));
            }
            else if (field.Kind == MergeFieldKind.Text)
            {
                given[name] = new(words);
            }
            else if (FoldedText.Shown(words) is not null)
            {
                // What is blank is no value, of whatever kind.
                given[name] = DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new(null, date) : default;
                if (given[name].Date is not { } day)
                {
                    wrong.Add(new(pointer, "day_invalid", "A date is needed here, as in 2026-03-21."));
                }
                else if (day < FirstDay || day > LastDay)
                {
                    wrong.Add(new(pointer, "date_out_of_range", "Calendars are known for the years 1970 to 2199."));
                }
            }
        }
        return wrong.Count > 0 ? Error.Invalid(wrong) : given;
    }

    /// <summary>What the records have. The customer is addressed in the language of the macro, whatever the customer's own is.</summary>
    public static Dictionary<string, MergeValue> Known(
        string language, CustomerProfile? profile, string? displayName, string? staffName, string? staffPreferredName, CallerTenant tenant, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Settings.TimeZone);
        var known = new Dictionary<string, MergeValue>(StringComparer.Ordinal)
        {
            ["tenant.name"] = new(tenant.Name),
            ["today.date"] = new(null, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime)),
        };
        if (profile is not null)
        {
            known["customer.salutation"] = new(Salutation.Of(profile with { Language = language }, tenant.Settings));
            known["customer.preferredName"] = new(profile.PreferredName);
            known["customer.givenName"] = new(profile.GivenName);
            known["customer.familyName"] = new(profile.FamilyName);
            known["customer.organisationName"] = new(profile.OrganisationName);
            known["customer.displayName"] = new(displayName);
        }
        known["staff.name"] = new(staffPreferredName ?? staffName);
        known["staff.fullName"] = new(staffName);
        return known;
    }
}
