using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Crm.Application;
using Crm.Domain.Tenants;

namespace Crm.Api;

/// <summary>How many requests a credential and its tenant may send to this process in a minute.</summary>
internal sealed class RateLimits(TimeProvider clock, Settings settings)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, Counter> credentials = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Counter> tenants = new();
    private readonly ConcurrentDictionary<(int Tenant, string Network), Counter> addresses = new();

    /// <summary>Counts the request and writes the headers; false where it is one too many.</summary>
    public bool Admit(HttpContext http, Caller caller)
    {
        var limits = caller.IsOfTenant ? caller.Tenant.Limits : TenantLimits.Usual;
        var now = clock.GetTimestamp();
        if (credentials.Count > MostKept)
        {
            credentials.Clear();
        }
        var own = credentials.GetOrAdd(caller.CredentialId, _ => new());
        var left = limits.RequestsPerMinutePerCredential - own.Count(now, clock, out var reset);
        var (policy, quota) = ("credential", limits.RequestsPerMinutePerCredential);
        // What a credential is refused is not counted against its tenant, or one noisy credential would silence the others.
        if (caller.IsOfTenant && left >= 0)
        {
            var leftOfTenant = limits.RequestsPerMinute - tenants.GetOrAdd(caller.Tenant.Number, _ => new()).Count(now, clock, out var resetOfTenant);
            if (leftOfTenant < left)
            {
                (left, reset, policy, quota) = (leftOfTenant, resetOfTenant, "tenant", limits.RequestsPerMinute);
            }
        }
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={quota};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={Math.Max(0, left)};t={reset}");
        if (left >= 0)
        {
            return true;
        }
        headers.RetryAfter = reset.ToString(CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary>Counts what somebody without a credential sends from one network to one tenant; false where it is one too many.</summary>
    public bool AdmitAddress(HttpContext http, int tenant)
    {
        var (now, quota) = (clock.GetTimestamp(), settings.PublicWritesPerMinute);
        if (addresses.Count > MostKept)
        {
            addresses.Clear();
        }
        if (addresses.GetOrAdd((tenant, Network(http.Connection.RemoteIpAddress)), _ => new()).Count(now, clock, out var reset) <= quota)
        {
            return true;
        }
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"address\";q={quota};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"address\";r=0;t={reset}");
        headers.RetryAfter = reset.ToString(CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary>Of an IPv6 address the first 64 bits, since everybody has all the others to choose from.</summary>
    private static string Network(IPAddress? address) =>
        address is null ? ""
        : address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    private sealed class Counter
    {
        private readonly Lock gate = new();
        private long started;
        private int count;

        public int Count(long now, TimeProvider clock, out int reset)
        {
            lock (gate)
            {
                var age = clock.GetElapsedTime(started, now);
                if (count == 0 || age >= Window)
                {
                    (started, count, age) = (now, 0, TimeSpan.Zero);
                }
                reset = (int)Math.Ceiling((Window - age).TotalSeconds);
                return ++count;
            }
        }
    }
}
