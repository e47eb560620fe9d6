using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Commands;

/// <summary>
/// The work of a request does not grow with what it answers: a read is one query, a list is one whatever its length, a write is one save
/// with at most one query before it, or two where an existing record is changed.
/// </summary>
public sealed class WorkPerRequestTests(CrmHost host) : ApiTest(host)
{
    private const int Rows = 12;

    /// <summary>What a read may ask that gathers from several resources, such as a briefing; never more for longer answers.</summary>
    private const int MostOfComposite = 8;

    /// <summary>How many queries an operation may take beyond the rule, and why.</summary>
    private static readonly Dictionary<string, (int More, string Because)> Exceptions = new(StringComparer.Ordinal)
    {
        ["GET /v1/availability"] = (1, "calendars that the process does not know yet are asked for together"),
        ["POST /v1/clocks"] = (3, "what the customer is to us, as a key account and by tier, is asked where the tenant has such; policies that the process does not know yet are asked for together"),
        ["GET /v1/work/statistics"] = (1, "what is open now lies in the work, and what was handed over in a period in its log"),
        ["POST /v1/staff/{id}/absences"] = (1, "that an absence overlaps no other is asked again in the transaction"),
        ["POST /v1/conflicts"] = (1, "complaints that it makes somebody partial in go to others at once"),
        ["POST /v1/commitments"] = (5, "what the customer is to us, as a key account and by tier, is asked where the tenant has such; policies that the process does not know yet are asked for together"),
        ["POST /v1/complaints/{id}/messages"] = (2, "clocks and work follow what is written"),
        ["POST /v1/complaints"] = (7, "what the customer is to us, as a key account and by tier, is asked where the tenant has such; policies that the process does not know yet are asked for together, so is who has least to do where nobody was named, and the books are read in the transaction"),
        ["GET /v1/audit"] = (1, "what was done to a tenant lies in its store and in the catalog"),
        ["GET /v1/customers/{id}/export"] = (40, "an export is one query for each table that refers to a customer, streamed"),
        ["POST /v1/interactions"] = (2, "whether it ends a lapse of contact is asked where the tenant has key accounts"),
        ["POST /v1/interactions/{id}/corrections"] = (4, "a correction needs the original and its customer, whose last contact is looked for anew in the transaction; whether it ends a lapse is asked where the tenant has key accounts"),
        ["POST /v1/callbacks"] = (5, "what the customer is to us, as a key account and by tier, is asked where the tenant has such; policies that the process does not know yet are asked for together"),
        ["GET /v1/programmes/{id}/liability"] = (1, "what has happened by itself since a balance was kept is reckoned from the lots of those members"),
        ["GET /v1/key-accounts/{id}/value-balance"] = (1, "where there are no entries the account itself is asked for"),
        ["GET /v1/needs"] = (1, "the rule of a segment is read before those whom it names"),
        ["POST /v1/customers/{id}/needs/{needId}/task"] = (3, "who cares for the customer is asked where the tenant has key accounts, and else who has least to do"),
        ["GET /v1/segments/{id}/customers"] = (1, "the rule is read before those whom it names"),
        ["POST /v1/knowledge-gaps"] = (5, "what the customer is to us, as a key account and by tier, is asked where the tenant has such; its promise has a clock: policies that the process does not know yet are asked for together"),
        ["POST /v1/referrals"] = (2, "who refers, who is referred, and what ties the two"),
        ["POST /v1/purchases"] = (5, "a first purchase settles a referral; programmes that the process does not know yet are asked for together, and a member's points are needed to earn"),
        ["POST /v1/members"] = (1, "programmes that the process does not know yet are asked for together"),
        ["POST /v1/redemptions"] = (2, "a redemption is about a reward and a member; programmes that the process does not know yet are asked for together"),
        ["POST /v1/gestures"] = (6, "budgets add up what was given before, and points are an entry of a member"),
    };

    private readonly List<string> failures = [];
    private int counted;

    [Fact]
    public async Task A_read_is_one_query_and_a_list_is_one_whatever_its_length()
    {
        using var counter = new CommandCounter();
        var operations = ApiOperation.Of(Host).Where(o => !o.Declared.IsPublic).ToList();
        var own = await Filled(operations);
        foreach (var operation in operations.Where(o => o.Method == HttpMethod.Get && !o.IsOfPlatform))
        {
            string[] queries = operation.IsList ? ["limit=1", "limit=200", .. Filters(operation)] : [""];
            foreach (var query in queries)
            {
                var address = await own.Address(operation);
                var asked = await counter.Count(trace => own.Client.Get(address + (query.Length > 0 ? "?" + query : ""), trace));
                Expect(operation, query, asked.Answer, asked.Queries, IsComposite(operation) ? MostOfComposite : LooksTwice(operation, query, asked.Answer) ? 2 : 1, asked.Saves, 0);
            }
        }
        Report();
    }

    [Fact]
    public async Task A_write_is_one_save_and_at_most_one_query_before_it()
    {
        using var counter = new CommandCounter();
        var operations = ApiOperation.Of(Host).Where(o => !o.Declared.IsPublic).ToList();
        var own = await Filled(operations);
        foreach (var operation in operations.Where(o => o.Makes is not null && !o.IsOfPlatform))
        {
            var (address, body) = (await own.Address(operation, fresh: true), await own.Body(operation));
            var more = operation.Query.Any(q => q.Name == "allowDuplicate") ? "?allowDuplicate=true" : "";
            var asked = await counter.Count(trace => own.Send(operation, address + more, body, "*", trace));
            Assert.Equal(201, asked.Answer.Status);
            Expect(operation, "", asked.Answer, asked.Queries, 1, asked.Saves, 1);
            (address, var again) = (await own.Address(operation, fresh: true), await own.Body(operation));
            asked = await counter.Count(trace => own.Send(operation, address + more, again, "*", trace, ("Idempotency-Key", "work-" + BodyShape.Unused())));
            Expect(operation, "with Idempotency-Key", asked.Answer, asked.Queries, 1, asked.Saves, 1);
        }
        foreach (var operation in operations.Where(o => o is { IsPatch: true, IsOfPlatform: false } || (o.Method == HttpMethod.Delete && !o.IsOfPlatform)))
        {
            var address = await own.Address(operation, fresh: true);
            var body = await own.Body(operation);
            var asked = await counter.Count(trace => own.Send(operation, address, body, "*", trace));
            // The record, and whatever else decides.
            Expect(operation, "", asked.Answer, asked.Queries, 2, asked.Saves, 1);
        }
        Report();
    }

    private async Task<Specimens> Filled(List<ApiOperation> operations)
    {
        var tenant = await Host.NewTenant();
        var own = new Specimens(tenant.Administrator, operations, "Work" + BodyShape.Unused(), tenant);
        foreach (var prefix in operations.Where(o => !o.IsOfPlatform).Select(o => o.Makes).OfType<string>().Distinct().ToList())
        {
            for (var i = 0; i < Rows; i++)
            {
                await own.Make(prefix);
            }
        }
        return own;
    }

    private static bool IsComposite(ApiOperation operation) => !operation.IsList && !operation.Name.EndsWith('}') && operation.Path.Count > 0;

    /// <summary>An empty page of what belongs to a record asks whether there is such a record; a key of the integrator's is looked up before its row.</summary>
    private static bool LooksTwice(ApiOperation operation, string query, Answer answer) =>
        operation.IsList && (query.StartsWith("externalId=", StringComparison.Ordinal) || (operation.Path.Count > 0 && (answer.Status != 200 || answer.Rows.Count == 0)));

    /// <summary>Each filter and each order alone.</summary>
    private static IEnumerable<string> Filters(ApiOperation operation)
    {
        foreach (var parameter in operation.Query.Where(q => q.Name is not ("limit" or "cursor" or "count")))
        {
            foreach (var value in SampleQuery.Values(parameter))
            {
                yield return $"{parameter.Name}={value}";
            }
        }
    }

    private void Expect(ApiOperation operation, string variant, Answer answer, IReadOnlyList<string> queries, int mostQueries, int saves, int mostSaves)
    {
        counted += queries.Count + saves;
        var allowed = mostQueries + Exceptions.GetValueOrDefault(operation.Name).More;
        if (answer.Status >= 500 || queries.Count > allowed || saves > mostSaves)
        {
            failures.Add($"{operation.Name} {variant} answered {answer.Status} with {queries.Count} queries and {saves} saves; allowed are {allowed} and {mostSaves}."
                + string.Concat(queries.Select(q => Environment.NewLine + "    " + q.ReplaceLineEndings(" "))));
        }
    }

    private void Report()
    {
        Assert.True(counted > 0, "Nothing was counted: the requests' traces do not arrive.");
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }
}
