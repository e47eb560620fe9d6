// What a briefing costs, against floors that are driven in turn by the same load (wrk, which must be installed): an endpoint that reads one row of an equal file, and one that reads with raw ADO.NET what a briefing
// tells. They check nothing.
//   dotnet build -c Release src/Crm.Api; dotnet build -c Release benchmarks/Floor; dotnet run -c Release --project benchmarks/Briefing [CUSTOMERS] [SECONDS]
// Each customer has 30 contacts, 8 facts, 2 needs, 3 decisions about contact and a promise, and every tenth is a key account with a plan. Run it alone on the machine.
using System.Globalization;
using System.Text.Json.Nodes;
using Driving;

const string product = "http://127.0.0.1:5492", floor = "http://127.0.0.1:5493";
var (customers, seconds) = (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 6);
await using var drive = new Drive(32);
var key = await drive.Product(product);
var staff = new string[5];
for (var i = 0; i < staff.Length; i++)
{
    staff[i] = await Make("/v1/staff", $$"""{"name":"Staff {{i}}"}""");
}
var ids = new string[customers];
await drive.Each(customers, async i =>
{
    var id = ids[i] = await Make("/v1/customers?allowDuplicate=true", $$"""{"kind":"person","givenName":"G{{i}}","familyName":"F{{i}}","honorific":"خانم","contactPoints":[{"kind":"phone","value":"0912{{i:D7}}"}],"tags":["t"],"lifecycle":"customer","ownerId":"{{staff[i % 5]}}"}""");
    for (var n = 0; n < 30; n++)
    {
        await Make("/v1/interactions", $$"""{"customerId":"{{id}}","channel":"phone","direction":"inbound","startedAt":"{{TimeProvider.System.GetUtcNow().AddDays(-n):yyyy-MM-ddTHH:mm:ssZ}}","subject":"Call {{n}}","emotionAtStart":"uneasy","emotionAtEnd":"calm","staffId":"{{staff[n % 5]}}","outcome":"informed"{{(n % 10 == 0 ? ",\"followUp\":{\"on\":\"2099-01-01\",\"note\":\"Ask again\"}" : "")}}}""");
    }
    for (var n = 0; n < 8; n++)
    {
        await Make($"/v1/customers/{id}/facts", n < 6 ? $$"""{"kind":"{{(n % 2 == 0 ? "preference" : "fact")}}","text":"Likes tea {{n}}"}""" : $$"""{"kind":"anniversary","text":"Opened {{n}}","date":"--03-2{{n}}"}""");
    }
    for (var n = 0; n < 2; n++)
    {
        await Make($"/v1/customers/{id}/needs", """{"text":"A second van","expectedMonth":"2099-04"}""");
    }
    foreach (var purpose in new[] { "marketing", "news", "survey" })
    {
        await Make($"/v1/customers/{id}/consents", $$"""{"purpose":"{{purpose}}","decision":"granted","channel":"email"}""");
    }
    await Make("/v1/commitments", $$"""{"customerId":"{{id}}","text":"Call back","within":"P30D","responsibleId":"{{staff[i % 5]}}"}""");
    if (i % 10 == 0)
    {
        await Make("/v1/key-accounts", $$$"""{"customerId":"{{{id}}}","terms":{"tier":"gold","reason":"Much","reviewOn":"2099-01-01","team":[{"staffId":"{{{staff[0]}}}","role":"accountManager"}]}}""");
        await Make("/v1/relationship-plans", $$$"""{"customerId":"{{{id}}}","content":{"title":"Two plants","goal":"Two plants","startOn":"2026-01-01","reviewOn":"2099-01-01","endOn":"2099-12-01","milestones":[{"key":"visit","title":"Visit","ownerId":"{{{staff[0]}}}","dueOn":"2099-03-01"}]}}""");
    }
});
var hex = ids.Select(Drive.HexOf).ToArray();
await drive.Floor(floor, ids[0]);
foreach (var atOnce in new[] { 32, 8, 4, 1 })
{
    var spent = TimeSpan.Zero;
    var briefings = 0.0;
    var taken = await Drive.InTurn(
        () => drive.Wrk(atOnce, seconds, floor, hex.Select(h => "/get/" + h), null),
        () => drive.Wrk(atOnce, seconds, floor, hex.Select(h => "/brief/" + h), null),
        async () =>
        {
            var before = drive.Spent;
            var own = await drive.Wrk(atOnce, seconds, product, ids.Select(id => $"/v1/customers/{id}/briefing"), key);
            (spent, briefings) = (drive.Spent - before, own.PerSecond * seconds);
            return own;
        });
    var (least, same, own) = (taken[0], taken[1], taken[2]);
    Console.WriteLine($"{atOnce,2} at once   one row of the floor        {least}");
    Console.WriteLine($"{atOnce,2} at once   the same rows by the floor  {same}");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{atOnce,2} at once   a briefing                  {own}   ratios {own.PerSecond / least.PerSecond:0.00} and {own.PerSecond / same.PerSecond:0.00}   {spent.TotalMilliseconds / briefings:0.00} ms of processor time each"));
}

async Task<string> Make(string path, string body) => (await drive.Post(product + path, key, JsonNode.Parse(body)!))["id"]!.GetValue<string>();
