using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Macros;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Macros;

/// <summary>For whom a macro is filled, and with what.</summary>
/// <param name="CustomerId">The customer whose names and wishes fill its fields; its credential must be allowed to read customers.</param>
/// <param name="Values">Values by field, at most 50 of at most 1000 characters: they go before what is known. A date is given as YYYY-MM-DD. GET /v1/macros/fields lists the fields.</param>
public sealed record RenderMacroBody(CustomerId? CustomerId = null, IReadOnlyDictionary<string, string>? Values = null)
{
    public const int MaxValues = 50;

    public static readonly RenderMacroBody Example = new(
        Id<Customer>.Parse("customer_01j00000000000000000000000", null),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["complaint.reference"] = "C-1042", ["nextUpdate.date"] = "2026-03-25" });
}

public sealed record RenderMacro(MacroId Id, CustomerId? CustomerId, IReadOnlyDictionary<string, string>? Values) : IQuery<RenderedMacro>;

/// <summary>A macro as it would go out. Nothing is stored: whoever sends it keeps the text, the macro and its version.</summary>
/// <param name="MacroId">The macro.</param>
/// <param name="MacroVersion">The version that it was made of.</param>
/// <param name="Purpose">What the macro is for.</param>
/// <param name="CanRespond">Whether a message of this text can be a first response (S1-DEFLECT-1).</param>
/// <param name="Language">BCP 47 tag of its language.</param>
/// <param name="Text">The text, every field filled.</param>
/// <param name="Fields">How each field was filled.</param>
public sealed record RenderedMacro(
    MacroId MacroId, int MacroVersion, MacroPurpose Purpose, bool CanRespond, string Language, string Text, IReadOnlyList<FilledField> Fields)
{
    public const int LanguageMaxLength = MacroContent.LanguageMaxLength;

    public static readonly RenderedMacro Example = new(
        MacroDetails.ExampleId, 1, MacroPurpose.Update, true, "fa", "سرکار خانم احمدی، سلام.\nپیگیری C-1042 ادامه دارد و تا ۵ فروردین ۱۴۰۵ به شما خبر می‌دهم.\nسارا، Golestan Bookshops",
        [
            new("customer.salutation", "سرکار خانم احمدی", null, FilledFrom.Record), new("complaint.reference", "C-1042", null, FilledFrom.Request),
            new("nextUpdate.date", "۵ فروردین ۱۴۰۵", new(2026, 3, 25), FilledFrom.Request), new("staff.name", "سارا", null, FilledFrom.Record),
            new("tenant.name", "Golestan Bookshops", null, FilledFrom.Record),
        ]);
}

internal sealed class RenderMacroValidator : AbstractValidator<RenderMacro>
{
    public RenderMacroValidator() => RuleFor(x => x.Values).AtMost(RenderMacroBody.MaxValues);
}

internal sealed class RenderMacroHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<RenderMacro, RenderedMacro>
{
    public async Task<Result<RenderedMacro>> Handle(RenderMacro query, CancellationToken ct)
    {
        if (MergeValues.Given(query.Values).Failed(out var error, out var given))
        {
            return error;
        }
        if (query.CustomerId is not null && !caller.May(Permission.CustomersRead))
        {
            return MacroRefusals.CustomersNotRead;
        }
        var (customers, staff) = (db.Customers.Where(c => c.Id == query.CustomerId), db.Staff.Where(s => s.Id == caller.StaffId));
        var known = await db.Macros.Where(m => m.Id == query.Id).Select(m => new
        {
            Macro = new MacroDetails(m.Id, m.Name, m.Language, m.Purpose, m.Body, m.RetiredAt, m.CreatedAt, m.UpdatedAt, m.Version),
            State = customers.Select(c => (CustomerState?)c.State).FirstOrDefault(),
            SurvivorId = customers.Select(c => c.SurvivorId).FirstOrDefault(),
            Profile = customers.Select(c => c.Profile).FirstOrDefault(),
            DisplayName = customers.Select(c => c.DisplayName).FirstOrDefault(),
            StaffName = staff.Select(s => s.Name).FirstOrDefault(),
            StaffPreferredName = staff.Select(s => s.PreferredName).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (Refusal(known?.Macro, query.CustomerId, known?.State, known?.SurvivorId) is { } refusal)
        {
            return refusal;
        }
        var macro = known!.Macro;
        var values = MergeValues.Known(macro.Language, known.Profile, known.DisplayName, known.StaffName, known.StaffPreferredName, caller.Tenant, clock.GetUtcNow());
        return MacroText.Of(MacroBody.Parse(macro.Body).Value, macro.Language, given, values).Failed(out error, out var text)
            ? error
            : new RenderedMacro(macro.Id, macro.Version, macro.Purpose, macro.Purpose.CanRespond(), macro.Language, text.Text, text.Fields);
    }

    private static Error? Refusal(MacroDetails? macro, CustomerId? wanted, CustomerState? state, CustomerId? survivor) =>
        macro is null ? Error.NotFound<Macro>()
        : macro.RetiredAt is not null ? MacroErrors.Retired
        : wanted is null ? null
        : state is null or CustomerState.Deleted ? InteractionErrors.CustomerUnknown
        : CustomerStates.Refusal(state, survivor);
}

public static class MacroRefusals
{
    public static readonly Error CustomersNotRead = new(ErrorKind.Forbidden, "customers_read_missing",
        "To fill a macro for a customer, the credential needs the permission customers:read. Leave customerId out and give the values, or use another credential.");
}
