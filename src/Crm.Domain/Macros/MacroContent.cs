namespace Crm.Domain.Macros;

/// <summary>What a ready-made text is for (S1-DEFLECT-1).</summary>
public enum MacroPurpose { Acknowledgement, Answer, Update, Apology, Closing, PolicyStatement, Survey, AutoReply }

public static class MacroPurposes
{
    /// <summary>Whether a message made of it can be a first response: what states a policy, invites to a survey or answers by itself deflects and never is.</summary>
    public static bool CanRespond(this MacroPurpose purpose) => purpose is not (MacroPurpose.PolicyStatement or MacroPurpose.Survey or MacroPurpose.AutoReply);
}

/// <summary>A ready-made text with merge fields (S5-EFF-1, S4-NAME-1).</summary>
/// <param name="Name">What staff call it; 1 to 100 characters.</param>
/// <param name="Language">BCP 47 tag of the language it is written in, such as fa-IR.</param>
/// <param name="Purpose">What it is for. A policy statement, a survey and an auto-reply are never a first response.</param>
/// <param name="Body">
/// The text, 1 to 10000 characters. A merge field stands in double braces, with words for the case that there is no value behind a bar:
/// {{customer.preferredName|dear customer}}. GET /v1/macros/fields lists the fields. Braces stand nowhere else.
/// </param>
public sealed record MacroContent(string Name, string Language, MacroPurpose Purpose, string Body)
{
    public const int NameMaxLength = 100;
    public const int LanguageMaxLength = Tenants.TenantSettings.LocaleMaxLength;
    public const int BodyMaxLength = 10_000;

    public static readonly MacroContent Example = new(
        "خبر پیگیری", "fa", MacroPurpose.Update,
        "{{customer.salutation}}، سلام.\nپیگیری {{complaint.reference|درخواست شما}} ادامه دارد و تا {{nextUpdate.date|فردا}} به شما خبر می‌دهم.\n{{staff.name}}، {{tenant.name}}");
}
