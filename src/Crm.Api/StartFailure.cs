using System.Data.Common;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>How the process ends, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;

    /// <summary>The settings are wrong, or a store cannot be reached or is not up to date.</summary>
    public const int Unusable = 3;
}

/// <summary>Failures that the operator can mend: said in a sentence, without a stack trace.</summary>
internal static class StartFailure
{
    /// <summary>Does it, and says on standard error why not; false then.</summary>
    public static async Task<bool> Told(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception failure) when (Explain(failure) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return false;
        }
    }

    /// <summary>What the operator is to know, or null where the failure is a bug.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        SettingsException settings => settings.Message,
        StoreOutdatedException outdated => outdated.Message,
        DbException store => $"The store cannot be used: {store.Message} Check Stores__…__ConnectionString and whether the database can be reached.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
