using Crm.Application;
using Crm.Application.Customers;
using Crm.Application.Tenants;
using Crm.Domain.Customers;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>The tenant that an installation without settings starts with: believable people, Persian and English, to try things on.</summary>
internal static class Demo
{
    public const string Slug = "demo";
    private const int Persons = 240;
    private const int AtOnce = 16;

    private static readonly (string Given, string Family, string Honorific)[] Persian =
    [
        ("مریم", "احمدی", "خانم"), ("علی‌رضا", "کریمی", "آقای"), ("فاطمه", "حسینی", "دکتر"), ("محمد", "رضایی", "مهندس"), ("زهرا", "مرادی", "خانم"),
        ("حسین", "جعفری", "آقای"), ("نرگس", "قاسمی", "خانم"), ("امیر", "صادقی", "آقای"), ("پریسا", "موسوی", "دکتر"), ("رضا", "یوسفی", "آقای"),
        ("شیرین", "نوری", "خانم"), ("کاوه", "گودرزی", "مهندس"), ("لیلا", "چراغی", "خانم"), ("بهرام", "ژاله", "آقای"), ("سارا", "پناهی", "خانم"),
    ];

    private static readonly (string Given, string Family, string Honorific)[] English =
    [
        ("Emma", "Wilson", "Ms"), ("James", "O'Connor", "Mr"), ("Aisha", "Khan", "Dr"), ("Daniel", "Müller", "Mr"), ("Sofia", "García", "Ms"),
        ("Liam", "Nguyen", "Mr"), ("Olivia", "Brown", "Ms"), ("Noah", "Jensen", "Mr"), ("Chloe", "Dubois", "Ms"), ("Ethan", "Clarke", "Dr"),
    ];

    private static readonly string[] Organisations =
        ["شرکت فناوری سپهر", "بازرگانی زاگرس", "گروه صنعتی البرز", "Northwind Traders", "Blue Harbour Ltd", "Alpine Instruments", "فروشگاه زنجیره‌ای مهر", "Cedar & Sons"];

    private static readonly string[] Tags = ["vip", "newsletter", "wholesale", "پیگیری", "loyal"];

    /// <summary>Makes the tenant and its data; null where there is one.</summary>
    public static async Task<string?> Provision(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(null, "demo");
        var provision = new ProvisionTenant(Slug, "Demo", "fa-IR");
        if ((await scope.ServiceProvider.GetRequiredService<Dispatcher>().Send(provision, ct)).Failed(out _, out var made))
        {
            return null;
        }
        var tenant = await services.GetRequiredService<Credentials>().FindTenant(Slug, ct);
        await Parallel.ForEachAsync(Customers(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (customer, token) => await Register(services, tenant!, customer, token));
        return made.AdministratorKey;
    }

    private static async Task Register(IServiceProvider services, CallerTenant tenant, RegisterCustomer customer, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(tenant, "demo");
        if ((await scope.ServiceProvider.GetRequiredService<Dispatcher>().Send(customer, ct)).Failed(out var error))
        {
            throw new InvalidOperationException($"The demo's data was refused: {error.Code}.");
        }
    }

    private static IEnumerable<RegisterCustomer> Customers()
    {
        foreach (var (organisation, i) in Organisations.Select((o, i) => (o, i)))
        {
            yield return new RegisterCustomer
            {
                Kind = CustomerKind.Organisation, OrganisationName = organisation, Lifecycle = Lifecycle.Customer, Tags = ["wholesale"], AllowDuplicate = true,
                ContactPoints = [new(ContactPointKind.Phone, $"021 8800 {1000 + i}", "office")], ExternalId = $"org-{i + 1}",
            };
        }
        for (var i = 0; i < Persons; i++)
        {
            var isPersian = i % 5 < 3;
            var names = isPersian ? Persian : English;
            // Co-prime steps pair every given name with many family names.
            var (given, _, honorific) = names[i % names.Length];
            var family = names[i * 7 / names.Length % names.Length].Family;
            yield return new RegisterCustomer
            {
                Kind = CustomerKind.Person, GivenName = given, FamilyName = family, Honorific = honorific, AllowDuplicate = true,
                Lifecycle = (Lifecycle)(i * 5 % 6), Language = isPersian ? "fa-IR" : "en", ExternalId = $"person-{i + 1}",
                ContactPoints =
                [
                    new(ContactPointKind.Phone, isPersian ? $"0912 {100 + i % 900} {1000 + i * 37 % 9000}" : $"+44 20 7946 {1000 + i}", "mobile"),
                    new(ContactPointKind.Email, $"customer{i + 1}@example.com"),
                ],
                Tags = i % 3 == 0 ? [Tags[i % Tags.Length]] : [],
            };
        }
    }
}
