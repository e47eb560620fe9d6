using Crm.Application;
using Crm.Application.Complaints;
using Crm.Application.Customers;
using Crm.Application.Interactions;
using Crm.Application.Staff;
using Crm.Application.Tenants;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>The tenant that an installation without settings starts with: believable people, Persian and English, to try things on.</summary>
internal static class Demo
{
    public const string Slug = "demo";
    private const int Persons = 240;
    private const int ComplaintEvery = 24;
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

    private static readonly (string Subject, string Words)[] PersianWords =
    [
        ("پیگیری سفارش", "سفارشم هنوز نرسیده است."), ("تشکر", "از برخورد همکارتان سپاسگزارم."), ("کالای معیوب", "دستگاه از روز اول روشن نمی‌شود."),
        ("پرسش دربارهٔ ضمانت", "ضمانت تا چه زمانی است؟"), ("تغییر نشانی", "نشانی من عوض شده است."),
    ];

    private static readonly (string Subject, string Words)[] EnglishWords =
    [
        ("Order status", "My order has not arrived yet."), ("Thanks", "Your colleague was a great help."), ("Faulty item", "It has never switched on."),
        ("Warranty", "How long does the warranty last?"), ("New address", "I have moved house."),
    ];

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
        await Employ(services, tenant!, ct);
        await Parallel.ForEachAsync(Customers().Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (customer, token) => await Register(services, tenant!, customer.Index, customer.Item, token));
        return made.AdministratorKey;
    }

    private static async Task Register(IServiceProvider services, CallerTenant tenant, int number, RegisterCustomer customer, CancellationToken ct)
    {
        var registered = await Send(services, tenant, customer, ct);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var i = 0; i < number % 4; i++)
        {
            await Send(services, tenant, Contact(registered.Id, customer.Language == "en", number + i * 5, now), ct);
        }
        if (number % ComplaintEvery == 20)
        {
            await Send(services, tenant, Complaint(registered.Id, customer.Language == "en", number), ct);
        }
    }

    /// <summary>Who answers for what customers say: somebody at the top, a lead, and two who serve customers in their languages.</summary>
    private static async Task Employ(IServiceProvider services, CallerTenant tenant, CancellationToken ct)
    {
        var director = await Send(services, tenant, new EmployStaffMember { Name = "Parviz Sohrabi", PreferredName = "Parviz", Languages = ["fa", "en"], ExternalId = "staff-1" }, ct);
        var lead = await Send(services, tenant, new EmployStaffMember
        {
            Name = "نگار کاظمی", PreferredName = "نگار", Languages = ["fa", "en"], ManagerId = director.Id, ExternalId = "staff-2",
        }, ct);
        foreach (var (name, preferred, languages, key) in new (string, string, string[], string)[]
            { ("سارا نیک‌پور", "سارا", ["fa"], "staff-3"), ("Tom Baker", "Tom", ["en"], "staff-4") })
        {
            await Send(services, tenant, new EmployStaffMember { Name = name, PreferredName = preferred, Languages = languages, ManagerId = lead.Id, ExternalId = key }, ct);
        }
    }

    private static FileComplaint Complaint(CustomerId customer, bool isEnglish, int number) => new()
    {
        CustomerId = customer, Channel = number % 2 == 0 ? IntakeChannel.Web : IntakeChannel.Phone, Language = isEnglish ? "en" : "fa-IR", Category = "product.defect",
        Statement = isEnglish ? "The kettle that I bought last week has stopped working. Nobody answers my mails." : "کتری‌ای که هفتهٔ پیش خریدم کار نمی‌کند و کسی پاسخم را نمی‌دهد.",
        Product = new(isEnglish ? "Kettle" : "کتری", Condition: ProductCondition.Unusable), ExternalId = $"complaint-{number}",
    };

    private static async Task<T> Send<T>(IServiceProvider services, CallerTenant tenant, ICommand<T> command, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(tenant, "demo");
        return (await scope.ServiceProvider.GetRequiredService<Dispatcher>().Send(command, ct)).Failed(out var error, out var answer)
            ? throw new InvalidOperationException($"The demo's data was refused: {error.Code}.")
            : answer;
    }

    private static RecordInteraction Contact(CustomerId customer, bool isEnglish, int number, DateTimeOffset now)
    {
        var (subject, words) = (isEnglish ? EnglishWords : PersianWords)[number % PersianWords.Length];
        var started = now.AddDays(-1 - number % 90).AddMinutes(-number % 480);
        var wasAngry = number % 6 == 0;
        return new RecordInteraction
        {
            CustomerId = customer, Channel = (Channel)(number % 4), Direction = number % 3 == 0 ? Direction.Outbound : Direction.Inbound,
            StartedAt = started, EndedAt = started.AddMinutes(3 + number % 12), Subject = subject, Words = words,
            EmotionAtStart = wasAngry ? Emotion.Angry : Emotion.Calm, EmotionAtEnd = number % 12 == 6 ? Emotion.Annoyed : Emotion.Calm,
            Outcome = number % 5 == 0 ? Outcome.FollowUpNeeded : Outcome.Informed,
        };
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
