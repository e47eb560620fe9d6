namespace Crm.Api.Tests.Members;

/// <summary>An application of its own whose clock only goes forward: each test begins in a later year, so that one application serves a whole class.</summary>
public sealed class PassingYears : IDisposable
{
    private static readonly TimeSpan Tehran = new(3, 30, 0);

    public CrmHost Host { get; } = CrmHost.With();

    public int Year { get; private set; }

    /// <summary>The first morning of a year whose February has 28 days.</summary>
    public void Begin()
    {
        Year = Host.Clock.GetUtcNow().Year + 1;
        Year += DateTime.IsLeapYear(Year) ? 1 : 0;
        Until(1, 1);
    }

    /// <summary>It becomes this time in Tehran.</summary>
    public void Until(int month, int day, int hour = 12, int minute = 0, int years = 0) => Host.Clock.Advance(At(month, day, hour, minute, years) - Host.Clock.GetUtcNow());

    /// <summary>The midnight in Tehran with which a day begins, as it is written on the wire.</summary>
    public string Midnight(int month, int day, int years = 0) =>
        At(month, day, 0, 0, years).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => Host.Dispose();

    private DateTimeOffset At(int month, int day, int hour, int minute, int years) => new(Year + years, month, day, hour, minute, 0, Tehran);
}
