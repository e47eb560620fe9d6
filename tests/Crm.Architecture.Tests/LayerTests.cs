using System.Reflection;

namespace Crm.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Crm.Domain.Error).Assembly;
    private static readonly Assembly Application = typeof(Crm.Application.CrmApplication).Assembly;
    private static readonly Assembly Infrastructure = typeof(Crm.Infrastructure.CrmInfrastructure).Assembly;

    [Fact]
    public void The_domain_knows_no_package() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void The_application_knows_no_database_provider_and_no_http() =>
        Assert.DoesNotContain(Application.GetReferencedAssemblies(),
            a => a.Name!.Contains("Sqlite", StringComparison.Ordinal) || a.Name.Contains("SqlClient", StringComparison.Ordinal)
                || a.Name.Contains("SqlServer", StringComparison.Ordinal) || a.Name.Contains("AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Each_layer_knows_only_those_below_it()
    {
        Assert.Equal([], Ours(Domain));
        Assert.Equal(["Crm.Domain"], Ours(Application));
        Assert.Equal(["Crm.Application", "Crm.Domain"], Ours(Infrastructure));
    }

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Crm.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
