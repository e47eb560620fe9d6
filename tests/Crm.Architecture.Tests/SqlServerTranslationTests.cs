using Crm.Api.Tests.Product;
using Crm.Application;
using Crm.Application.Complaints;
using Crm.Application.Customers;
using Crm.Application.Members;
using Crm.Application.Programmes;
using Crm.Application.Work;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Architecture.Tests;

/// <summary>
/// Every operation is called on SQL Server's provider with an empty database that only pretends: what LINQ becomes there exists, parses, and
/// does without what the two stores do not share.
/// </summary>
public sealed class SqlServerTranslationTests
{
    /// <summary>These ask in the transaction of their save before anything else, and the pretended connection has none. Their question is parsed with the other statements.</summary>
    private static readonly HashSet<string> AskInTransaction = new(StringComparer.Ordinal)
    {
        "POST /v1/customers/{id}/facts", "POST /v1/customers/{id}/needs", "POST /v1/customers/{id}/consents",
    };

    [Fact]
    public async Task Every_operation_speaks_T_SQL()
    {
        var server = new PretendedSqlServer();
        using var log = new FailureLog();
        using var host = server.Host(log);
        var operations = ApiOperation.Of(host).Where(o => !o.IsOfPlatform && !o.Declared.IsPublic && !AskInTransaction.Contains(o.Name)).ToList();
        var tenant = await PretendedSqlServer.Tenant(host);
        var own = new Specimens(tenant.Administrator, operations, "Sql" + BodyShape.Unused());
        var failures = new List<string>();
        foreach (var operation in operations)
        {
            foreach (var query in Queries(operation))
            {
                var answer = await own.Send(operation, await Address(own, operation) + query, await Body(own, operation));
                if (answer.Status >= 500)
                {
                    failures.Add($"{operation.Name} {query} answered {answer.Status}");
                }
            }
        }
        failures.AddRange(server.Commands.Keys.SelectMany(text => TransactSql.Findings(text, text)));
        failures.AddRange(log.Failures);
        failures.AssertNone();
        Assert.Contains(server.Commands.Keys, c => c.Contains("INSERT INTO [Customers]", StringComparison.Ordinal));
        Assert.Contains(server.Commands.Keys, c => c.Contains("FROM [CustomerTerms]", StringComparison.Ordinal));
    }

    /// <summary>A briefing asks these only of a customer that is there, and in the pretended database none is.</summary>
    [Fact]
    public async Task What_a_briefing_gathers_speaks_T_SQL()
    {
        var server = new PretendedSqlServer();
        using var host = server.Host();
        var tenant = await PretendedSqlServer.Tenant(host);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker((await tenant.Caller()).Tenant, "test");
        var db = scope.ServiceProvider.GetRequiredService<ICrmDb>();
        var asked = new BriefingAsked(default, host.Clock.GetUtcNow(), host.Clock.GetUtcNow(), new(2026, 3, 21), default, default, true, false, true);
        await db.KnownOf(asked, default);
        await db.ContactsOf(asked, default);
        foreach (var table in (string[])["[Facts]", "[Needs]", "[Consents]", "[KeyAccounts]", "[Relations]", "[Interactions]"])
        {
            Assert.Contains(server.Commands.Keys, c => c.Contains("FROM " + table, StringComparison.Ordinal));
        }
        server.Commands.Keys.SelectMany(text => TransactSql.Findings(text, text)).AssertNone();
    }

    /// <summary>Steps ask these only of a complaint that is there, and in the pretended database none is.</summary>
    [Fact]
    public async Task What_steps_of_complaints_ask_speaks_T_SQL()
    {
        var server = new PretendedSqlServer();
        using var host = server.Host();
        var tenant = await PretendedSqlServer.Tenant(host);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker((await tenant.Caller()).Tenant, "test");
        var db = scope.ServiceProvider.GetRequiredService<ICrmDb>();
        var (somebody, complaint) = (new StaffId(Guid.CreateVersion7()), new ComplaintId(Guid.CreateVersion7()));
        _ = await Colleagues.Of(db, null, new CustomerId(Guid.CreateVersion7()), new(2026, 3, 21), somebody, null, default);
        _ = await Colleagues.Of(db, somebody, null, new(2026, 3, 21), null, null, default);
        await db.RankOwners(scope.ServiceProvider.GetRequiredService<Caller>(), "skill", "fa", [], host.Clock.GetUtcNow(), default);
        var about = Domain.Complaints.Complaint.File(
            FileComplaint.Example, "Words", [], new("K7Q2-9MXA-3", null, new(2026, 3, 21), "IR", Domain.Complaints.ComplaintRules.Usual), null, host.Clock.GetUtcNow()).Value.Complaint;
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<CausesOfComplaints>().Of(about, "late-delivery", host.Clock.GetUtcNow(), default));
        var authority = scope.ServiceProvider.GetRequiredService<RemedyAuthority>();
        await authority.Granted(Domain.Complaints.RemedyKind.Refund, host.Clock.GetUtcNow(), host.Clock.GetUtcNow(), default);
        await authority.Ask(about, [[new(Domain.Complaints.RemedyKind.Refund, "Money", new Domain.Money(1, "EUR"))]], host.Clock.GetUtcNow(), default);
        await scope.ServiceProvider.GetRequiredService<ImpartialHandlers>().Replace(about, [], default);
        await db.Commitments.AnyAsync(c => c.ComplaintId == complaint && c.State == Crm.Domain.Commitments.CommitmentState.Open);
        await db.Complaints.AsNoTracking().Where(c => c.Id == complaint).Select(c => (Crm.Domain.Complaints.ComplaintStage?)c.Stage).FirstOrDefaultAsync();
        Assert.Contains(server.Commands.Keys, c => c.Contains("FROM [Staff]", StringComparison.Ordinal) && c.Contains("TOP(", StringComparison.Ordinal));
        server.Commands.Keys.SelectMany(text => TransactSql.Findings(text, text)).AssertNone();
    }

    /// <summary>These are asked only of members who are there, and in the pretended database none is.</summary>
    [Fact]
    public async Task What_ledgers_ask_speaks_T_SQL()
    {
        var server = new PretendedSqlServer();
        using var host = server.Host();
        var tenant = await PretendedSqlServer.Tenant(host);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker((await tenant.Caller()).Tenant, "test");
        var db = scope.ServiceProvider.GetRequiredService<ICrmDb>();
        var (member, programme, now) = (new MemberId(Guid.CreateVersion7()), new ProgrammeId(Guid.CreateVersion7()), host.Clock.GetUtcNow());
        await db.Members.Where(m => m.ProgrammeId == programme && m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(50).ToListAsync();
        await db.EarningsSince(member, now, default);
        await db.QualifyingSince(member, now, default);
        await db.AuditOf(programme, new(Guid.Empty), 10, default);
        await db.RowsOf(programme, member, member, default);
        Assert.Contains(server.Commands.Keys, c => c.Contains("FROM [LotAllocations]", StringComparison.Ordinal));
        server.Commands.Keys.SelectMany(text => TransactSql.Findings(text, text)).AssertNone();
    }

    /// <summary>In an empty database nothing is due, so nothing is claimed or rung.</summary>
    [Fact]
    public async Task What_claims_alarms_and_follows_them_speaks_T_SQL()
    {
        var server = new PretendedSqlServer();
        using var host = server.Host();
        var tenant = await PretendedSqlServer.Tenant(host);
        await using var store = host.Services.GetRequiredService<Stores>().WholeTenantStore("sql", new Caller());
        var now = host.Clock.GetUtcNow();
        Assert.Empty(await store.ClaimDue(now, default));
        await store.Mark([new(1, Guid.Empty, Alarms.ClockDue, now), new(2, Guid.CreateVersion7(), Alarms.ClockDue, now)], Guid.Empty, now, now, default);
        var selects = server.Commands.Keys.Where(c => c.Contains("FROM [Alarms]", StringComparison.Ordinal) && !c.Contains("UPDATE", StringComparison.Ordinal));
        Assert.All(selects, c => Assert.DoesNotContain("[TenantId] =", c, StringComparison.Ordinal));
        Assert.Contains(server.Commands.Keys, c => c.Contains("UPDATE [a]", StringComparison.Ordinal));
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker((await tenant.Caller()).Tenant, "test");
        await scope.ServiceProvider.GetRequiredService<ICrmDb>().Commitments.FirstOrDefaultAsync();
        foreach (var command in Alarms.Commands.Values)
        {
            await using var own = host.Services.CreateAsyncScope();
            own.ServiceProvider.GetRequiredService<Caller>().BecomeWorker((await tenant.Caller()).Tenant, "test");
            await own.ServiceProvider.GetRequiredService<Dispatcher>().Send(command(Guid.CreateVersion7()), default);
        }
        server.Commands.Keys.SelectMany(text => TransactSql.Findings(text, text)).AssertNone();
    }

    /// <summary>Without parameters, with each alone, and in each order.</summary>
    private static IEnumerable<string> Queries(ApiOperation operation)
    {
        yield return "";
        foreach (var parameter in operation.Query.Where(q => q.Name is not ("limit" or "cursor")))
        {
            foreach (var value in SampleQuery.Values(parameter))
            {
                yield return $"?{parameter.Name}={value}";
            }
        }
    }

    /// <summary>Nothing stays in an empty store, so ids are made up where their resource cannot be.</summary>
    private static Task<string> Address(Specimens own, ApiOperation operation) =>
        operation.Address(p => Task.FromResult(p.Prefix is { } prefix ? prefix + "_01j00000000000000000000000" : Specimens.Word(operation, p)));

    private static async Task<System.Text.Json.Nodes.JsonNode?> Body(Specimens own, ApiOperation operation)
    {
        foreach (var prefix in operation.Document is null || operation.IsPatch ? [] : BodyShape.Members(operation.Document).Select(m => m.Prefix).OfType<string>().Distinct())
        {
            own.Know(prefix, prefix + "_01j00000000000000000000000");
        }
        // The other record would have to be there.
        return operation.Name switch
        {
            "POST /v1/complaints/{id}/duplicate" => new System.Text.Json.Nodes.JsonObject { ["complaintId"] = "complaint_01j00000000000000000000001" },
            "POST /v1/members/{id}/household" => new System.Text.Json.Nodes.JsonObject { ["headId"] = "member_01j00000000000000000000001" },
            "POST /v1/members/{id}/transfers" => new System.Text.Json.Nodes.JsonObject { ["toId"] = "member_01j00000000000000000000001", ["points"] = 1 },
            _ => await own.Body(operation),
        };
    }
}
