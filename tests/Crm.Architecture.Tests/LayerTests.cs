namespace Crm.Architecture.Tests;

public sealed class LayerTests
{
    [Fact]
    public void The_domain_knows_no_package() =>
        Assert.All(typeof(Crm.Domain.Error).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void The_application_knows_no_database_provider_and_no_http() =>
        Assert.DoesNotContain(typeof(Crm.Application.CrmApplication).Assembly.GetReferencedAssemblies(),
            a => a.Name!.Contains("Sqlite", StringComparison.Ordinal) || a.Name.Contains("SqlClient", StringComparison.Ordinal) || a.Name.Contains("AspNetCore", StringComparison.Ordinal));
}
