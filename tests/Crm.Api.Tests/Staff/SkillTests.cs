using Crm.Api.Tests.Product;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Staff;

[Trait("Requirement", "S5-EFF-1")]
public sealed class SkillTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Kept_shown_and_searched_wherever_staff_are()
    {
        var client = (await Host.NewTenant()).Administrator;
        var sara = (await client.Post("/v1/staff", new { name = "Sara", skills = new object[] { new { code = "billing", level = 2 }, new { code = "law", level = 5, expiresOn = "2027-01-31" } } })).Is(201);
        Assert.Equal(("law", "2027-01-31"), (sara.Text("skills.1.code"), sara.Text("skills.1.expiresOn")));
        var put = (await client.Put("/v1/staff/by-external-id/E-1", new { name = "Ali", skills = new[] { new { code = "billing-disputes", level = 1 } } })).Is(201);
        Assert.Equal([sara.Id], (await client.Get("/v1/staff?skill=billing")).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>()));
        Assert.Equal("billing-disputes", (await client.Get("/v1/staff?skill=billing-disputes")).Is(200).Rows[0]!["skills"]![0]!["code"]!.GetValue<string>());
        var changed = (await client.Patch("/v1/staff/" + put.Id, new { skills = new[] { new { code = "law", level = 3 } } }, put.ETag)).Is(200);
        Assert.Equal(3, changed.Find("skills.0.level")!.GetValue<int>());
        Assert.Empty((await client.Patch("/v1/staff/" + put.Id, new { skills = (object?)null }, changed.ETag)).Is(200).Find("skills")!.AsArray());
    }

    /// <summary>A column that a migration adds is empty in the rows that were there.</summary>
    [Fact]
    public async Task Who_was_recorded_before_there_were_skills_has_none()
    {
        var tenant = await Host.NewTenant();
        var id = await TestTenantAccess.Employ(tenant, "Sara");
        await using (var store = Host.Services.GetRequiredService<Stores>().TenantStore(await tenant.Caller()))
        {
            var key = Domain.Id<Domain.Staff.StaffMember>.Parse(id, null).Value.ToByteArray(bigEndian: true);
            Assert.Equal(1, await store.Database.ExecuteSqlRawAsync("UPDATE Staff SET Skills = '' WHERE Id = {0}", key));
        }
        Assert.Empty((await tenant.Administrator.Get("/v1/staff/" + id)).Is(200).Find("skills")!.AsArray());
        (await tenant.Administrator.Patch("/v1/staff/" + id, new { name = "Sara K." }, "*")).Is(200);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        Task<Answer> Post(params object[] skills) => client.Post("/v1/staff", new { name = "Sara", skills });
        (await Post(new { code = "Billing", level = 1 })).IsInvalid("/skills/0/code", "skill_code_invalid");
        (await Post(new { code = "", level = 1 })).IsInvalid("/skills/0/code", "required");
        (await Post(new { code = new string('a', 51), level = 1 })).IsInvalid("/skills/0/code", "too_long");
        (await Post(new { code = "law", level = 6 })).IsInvalid("/skills/0/level", "out_of_range");
        (await Post(new { code = "law", level = 1 }, new { code = "law", level = 2 })).IsInvalid("/skills/1", "skill_repeated");
        (await Post([.. Enumerable.Range(0, 51).Select(i => (object)new { code = "s" + i, level = 1 })])).IsInvalid("/skills", "too_many");
        (await client.Get("/v1/staff?skill=No%20Code")).IsInvalid("/skill", "skill_code_invalid");
    }
}
