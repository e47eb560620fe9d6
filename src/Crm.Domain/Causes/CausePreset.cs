namespace Crm.Domain.Causes;

/// <summary>A taxonomy to start with.</summary>
public enum CausePreset { Standard }

/// <summary>One cause of a preset; it comes after its parent.</summary>
public sealed record PresetCause(string Code, string? ParentCode, string Fa, string En, bool Controllable);

public static class CausePresets
{
    public static IReadOnlyList<PresetCause> Of(CausePreset preset) => preset switch
    {
        _ => Standard,
    };

    private static readonly IReadOnlyList<PresetCause> Standard =
    [
        new("product", null, "کالا و خدمت", "Product and performance", true),
        new("product-defect", "product", "ایراد کالا", "Product defect", true),
        new("wrong-item", "product", "ارسال کالای اشتباه", "Wrong item", true),
        new("not-as-described", "product", "ناهمخوانی با توضیحات", "Not as described", true),
        new("delivery", null, "تحویل", "Delivery", true),
        new("late-delivery", "delivery", "دیرکرد در تحویل", "Late delivery", true),
        new("damaged-in-transit", "delivery", "آسیب در حمل", "Damaged in transit", true),
        new("force-majeure", "delivery", "رویداد بیرون از اختیار ما", "Event beyond our control", false),
        new("contact", null, "برخورد و پاسخ‌گویی", "Conduct and response", true),
        new("staff-conduct", "contact", "رفتار کارکنان", "Staff conduct", true),
        new("no-answer", "contact", "پاسخ ندادن", "No answer", true),
        new("broken-promise", "contact", "وعدهٔ عمل‌نشده", "Broken promise", true),
        new("money", null, "پول و شرایط", "Money and terms", true),
        new("billing-error", "money", "خطای صورت‌حساب", "Billing error", true),
        new("unclear-terms", "money", "شرایط نامشخص", "Unclear terms", true),
        new("price", "money", "قیمت", "Price", true),
        new("misunderstanding", null, "سوءتفاهم", "Misunderstanding", false),
    ];
}
