using System.CommandLine;
using Crm.Application;
using Crm.Application.ApiKeys;
using Crm.Application.Tenants;
using Crm.Domain;

namespace Crm.Api;

/// <summary>The commands of the binary, for scripts and containers. They send the same messages as the endpoints. Without a command it serves.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document, and a refusal as one on standard error.", Recursive = true };
    private static readonly Argument<string> SlugOrId = new("slug-or-id") { Description = "The tenant's slug or its id (tenant_…)." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; for the platform's records.", DefaultValueFactory = _ => "From the command line." };

    /// <summary>Whether the arguments name a command; settings such as --urls=… do not.</summary>
    public static bool Takes(string[] args) =>
        args is [{ Length: > 0 } first, ..] && (first is "--help" or "-h" or "-?" or "/?" or "/h" or "--version" or "--json" || (first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)));

    public static async Task<int> Run(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }
            await Console.Error.WriteLineAsync("Add --help to see what there is.");
            return ExitCode.Usage;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root() => new("The CRM API. Without a command it serves; settings come from the environment, appsettings.json or --name=value.")
    {
        Json, Migrate(),
        new Command("tenants", "Manages the tenants of the installation.") { CreateTenant(), ListTenants(), Suspend(), Resume(), Close() },
        new Command("keys", "Manages API keys.") { CreateKey() },
    };

    private static Command Migrate() => Leaf(new("migrate", "Brings every store up to date and ends."), async (turn, _) =>
    {
        var applied = await turn.Migrate();
        return turn.Done(new { migrated = applied }, applied.Count == 0 ? ["Every store is up to date."] : applied);
    });

    private static Command CreateTenant()
    {
        var slug = new Option<string>("--slug") { Description = "Its name in addresses; unique for ever.", Required = true };
        var name = new Option<string>("--name") { Description = "Its name.", Required = true };
        var locale = new Option<string?>("--locale") { Description = "BCP 47 tag, such as fa-IR." };
        var timeZone = new Option<string?>("--time-zone") { Description = "IANA name, such as Asia/Tehran." };
        var currency = new Option<string?>("--currency") { Description = "ISO 4217 code, such as IRR." };
        var country = new Option<string?>("--country") { Description = "ISO 3166-1 alpha-2 code, such as IR." };
        var placement = new Option<string?>("--placement") { Description = "The configured store that is to hold its data." };
        return Leaf(new("create", "Provisions a tenant and shows its administrator key, once.") { slug, name, locale, timeZone, currency, country, placement }, (turn, given) =>
            turn.Tell(
                send => send.Send(new ProvisionTenant(
                    given.GetValue(slug)!, given.GetValue(name)!, given.GetValue(locale), given.GetValue(timeZone), given.GetValue(currency),
                    given.GetValue(country), given.GetValue(placement)), turn.Stopping),
                t => [$"{t.Id}  {t.Slug}", $"Administrator key (shown once):  {t.AdministratorKey}"]));
    }

    private static Command ListTenants() => Leaf(new("list", "Lists all tenants."), async (turn, _) =>
    {
        var rows = new List<TenantRow>();
        string? next = null;
        do
        {
            var page = await turn.Dispatcher.Send(new ListTenants { Limit = ListQuery.MaxLimit, Sort = "createdAt", Cursor = next }, turn.Stopping);
            if (page.Failed(out var error, out var found))
            {
                return turn.Refused(error);
            }
            rows.AddRange(found.Data);
            next = found.Next;
        }
        while (next is not null);
        return turn.Done(new { data = rows }, rows.Select(t => $"{t.Id}  {t.Status,-9}  {t.Slug}  {t.Name}"));
    });

    private static Command Suspend() => Leaf(new("suspend", "Suspends a tenant: none of its credentials works.") { SlugOrId, Reason }, (turn, given) =>
        OnTenant(turn, given, id => turn.Dispatcher.Send(new SuspendTenant(id, given.GetValue(Reason)!), turn.Stopping)));

    private static Command Resume() => Leaf(new("resume", "Resumes a suspended tenant.") { SlugOrId }, (turn, given) =>
        OnTenant(turn, given, id => turn.Dispatcher.Send(new ResumeTenant(id), turn.Stopping)));

    private static Command Close()
    {
        var grace = new Option<string?>("--grace") { Description = "How long it may still read and export, as an ISO 8601 duration; P30D where absent." };
        var cancel = new Option<bool>("--cancel") { Description = "Call a closure off instead." };
        return Leaf(new("close", "Closes a tenant: everything of it is erased after the grace period.") { SlugOrId, Reason, grace, cancel }, (turn, given) =>
            OnTenant(turn, given, id => given.GetValue(cancel)
                ? turn.Dispatcher.Send(new CancelTenantClosure(id), turn.Stopping)
                : turn.Dispatcher.Send(new CloseTenant(id, given.GetValue(Reason)!, given.GetValue(grace)), turn.Stopping)));
    }

    private static Command CreateKey()
    {
        var tenant = new Option<string?>("--tenant") { Description = "The slug or id of the tenant that the key belongs to." };
        var platform = new Option<bool>("--platform") { Description = "Make a key of the platform." };
        var name = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var role = new Option<Role?>("--role") { Description = "A role of the tenant's key." };
        var permissions = new Option<string[]>("--permission") { Description = "A permission, such as customers:read; may be repeated.", AllowMultipleArgumentsPerToken = true };
        var create = new Command("create", "Makes an API key and shows it, once.") { tenant, platform, name, role, permissions };
        create.Validators.Add(given =>
        {
            var ofPlatform = given.GetValue(platform);
            if (ofPlatform == given.GetValue(tenant) is not null)
            {
                given.AddError("Give either --tenant or --platform.");
            }
            else if (!ofPlatform && given.GetValue(role) is null && given.GetValue(permissions) is null or [])
            {
                given.AddError("A tenant's key needs a --role or a --permission.");
            }
        });
        return Leaf(create, async (turn, given) =>
        {
            TenantId? owner = null;
            if (given.GetValue(tenant) is { } text)
            {
                if ((await turn.FindTenant(text)).Failed(out var unknown, out var found))
                {
                    return turn.Refused(unknown);
                }
                owner = found;
            }
            return await turn.Tell(
                send => send.Send(new IssueKey(owner, given.GetValue(name)!, given.GetValue(role), given.GetValue(permissions) ?? []), turn.Stopping),
                k => [$"{k.Id}  {k.Name}", $"Key (shown once):  {k.Key}"]);
        });
    }

    private static async Task<int> OnTenant(CommandTurn turn, ParseResult given, Func<TenantId, Task<Result<TenantDetails>>> act) =>
        (await turn.FindTenant(given.GetValue(SlugOrId)!)).Failed(out var unknown, out var id)
            ? turn.Refused(unknown)
            : await turn.Tell(_ => act(id), t => [$"{t.Id}  {t.Status}  {t.Slug}" + (t.ErasesAt is { } at ? $"  erased at {at:u}" : "")]);

    private static Command Leaf(Command command, Func<CommandTurn, ParseResult, Task<int>> act)
    {
        command.SetAction((given, ct) => CommandTurn.Run(given.GetValue(Json), command.Name == "migrate", turn => act(turn, given), ct));
        return command;
    }
}
