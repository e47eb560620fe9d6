using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Crm.Application;

/// <summary>What the product tells about its own work. Tags name commands and outcomes, never tenants or people.</summary>
public static class Telemetry
{
    public const string Name = "Crm";

    public static readonly ActivitySource Activities = new(Name);
    public static readonly Meter Meter = new(Name);

    /// <summary>How long commands take, by name and outcome: done, or the code of the refusal.</summary>
    public static readonly Histogram<double> Commands =
        Meter.CreateHistogram<double>("crm.command.duration", "s", "How long commands take, with their save.");
}
