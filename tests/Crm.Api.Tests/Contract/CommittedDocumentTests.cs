using System.Runtime.CompilerServices;

namespace Crm.Api.Tests.Contract;

/// <summary>The contract is the committed copy. CRM_WRITE_OPENAPI=1 writes it anew; the difference is then for the reviewer to see.</summary>
public sealed class CommittedDocumentTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task The_document_is_the_committed_one()
    {
        var served = (await Host.Anonymous.Get("/openapi/v1.json")).Is(200).Raw.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CRM_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(Copy(), served);
        }
        Assert.True(
            served == await File.ReadAllTextAsync(Copy()),
            "The operations differ from openapi/crm.v1.json. If that is meant, run CRM_WRITE_OPENAPI=1 dotnet test tests/Crm.Api.Tests --filter CommittedDocument and commit the copy.");
    }

    private static string Copy([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../openapi/crm.v1.json"));
}
