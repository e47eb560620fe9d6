namespace Crm.Domain.Tenants;

/// <summary>Whether a tenant may work.</summary>
public enum TenantStatus { Active, Suspended, Closing, Closed }

/// <summary>A customer of the platform: an organisation with customers, staff and settings of its own, seen by no other.</summary>
public sealed class Tenant : AggregateRoot<Tenant>, IResource
{
    public const int SlugMaxLength = 40;
    public const int NameMaxLength = 200;
    public const int PlacementMaxLength = 100;
    public const int ReasonMaxLength = 500;

    /// <summary>The longest grace period of a closure.</summary>
    public static readonly TimeSpan MostGrace = TimeSpan.FromDays(365);

    /// <summary>The grace period of a closure that names none.</summary>
    public static readonly TimeSpan UsualGrace = TimeSpan.FromDays(30);

    /// <summary>How long a worker that erases has the tenant for itself, counted from its last sign of life.</summary>
    public static readonly TimeSpan ErasureLease = TimeSpan.FromMinutes(2);

    private Tenant() { }

    public static string Prefix => "tenant";

    /// <summary>The first column of every key of the tenant's rows. Never shown, never given twice.</summary>
    public int Number { get; private init; }

    /// <summary>The name in addresses: lower case, digits and hyphens, unique in the installation.</summary>
    public string Slug { get; private init; } = "";
    public string Name { get; private set; } = "";
    public TenantStatus Status { get; private set; }
    public string? StatusReason { get; private set; }

    /// <summary>Why it was suspended; kept while it is closing, so that a closure called off does not lift a suspension.</summary>
    public string? SuspensionReason { get; private set; }

    /// <summary>The store that holds the tenant's rows.</summary>
    public string Placement { get; private init; } = "";
    public TenantSettings Settings { get; private set; } = null!;
    public TenantLimits Limits { get; private set; } = null!;

    /// <summary>When everything of a closing tenant is erased.</summary>
    public DateTimeOffset? ErasesAt { get; private set; }

    /// <summary>Until when the erasure belongs to the process that claimed it; null before it began and after it ended.</summary>
    public DateTimeOffset? ErasureLeasedUntil { get; private set; }

    /// <summary>What the erasure removed so far, rows by table.</summary>
    public IReadOnlyDictionary<string, long>? Erased { get; private set; }

    /// <summary>Whether a text has the length and the letters of a slug.</summary>
    public static bool MayBeSlug(string text) => text.Length is > 0 and <= SlugMaxLength && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static Tenant Provision(int number, string slug, string name, string placement, TenantSettings settings, TenantLimits limits, DateTimeOffset now)
    {
        var tenant = new Tenant
        {
            Id = TenantId.New(now), Number = number, Slug = slug, Name = FoldedText.Nfc(name), Placement = placement, Settings = settings, Limits = limits,
        };
        tenant.Changed(now);
        return tenant;
    }

    public Result Revise(string name, TenantSettings settings, TenantLimits limits, DateTimeOffset now)
    {
        if (Status == TenantStatus.Closed)
        {
            return TenantErrors.Closed;
        }
        (Name, Settings, Limits) = (FoldedText.Nfc(name), settings, limits);
        Changed(now);
        return Result.Done;
    }

    /// <summary>Stops every credential of the tenant, until it is resumed. Repeating it changes nothing.</summary>
    public Result Suspend(string reason, DateTimeOffset now)
    {
        if (Status is TenantStatus.Closing or TenantStatus.Closed)
        {
            return Status == TenantStatus.Closed ? TenantErrors.Closed : TenantErrors.Closing;
        }
        if (Status != TenantStatus.Suspended)
        {
            SuspensionReason = FoldedText.Nfc(reason);
            (Status, StatusReason) = (TenantStatus.Suspended, SuspensionReason);
            Changed(now);
        }
        return Result.Done;
    }

    /// <summary>Lets a suspended tenant work again. Repeating it changes nothing.</summary>
    public Result Resume(DateTimeOffset now)
    {
        if (Status is TenantStatus.Closing or TenantStatus.Closed)
        {
            return Status == TenantStatus.Closed ? TenantErrors.Closed : TenantErrors.Closing;
        }
        if (Status == TenantStatus.Suspended)
        {
            (Status, StatusReason, SuspensionReason) = (TenantStatus.Active, null, null);
            Changed(now);
        }
        return Result.Done;
    }

    /// <summary>Begins the end: reading and export only, and everything erased when the grace period is over. Repeating it changes nothing.</summary>
    public Result Close(string reason, TimeSpan grace, DateTimeOffset now)
    {
        if (Status == TenantStatus.Closed)
        {
            return TenantErrors.Closed;
        }
        if (Status != TenantStatus.Closing)
        {
            (Status, StatusReason, ErasesAt) = (TenantStatus.Closing, FoldedText.Nfc(reason), now + grace);
            Changed(now);
        }
        return Result.Done;
    }

    /// <summary>Calls the closure off, as long as nothing was erased; a suspension from before stands again. Repeating it changes nothing.</summary>
    public Result CancelClosure(DateTimeOffset now)
    {
        if (Status == TenantStatus.Closed)
        {
            return TenantErrors.Closed;
        }
        if (Status == TenantStatus.Closing)
        {
            if (ErasesAt <= now || ErasureLeasedUntil is not null)
            {
                return TenantErrors.Erasing;
            }
            (Status, StatusReason, ErasesAt) = (SuspensionReason is null ? TenantStatus.Active : TenantStatus.Suspended, SuspensionReason, null);
            Changed(now);
        }
        return Result.Done;
    }

    /// <summary>Records that everything is gone. Slug and number stay taken.</summary>
    public void RecordErasure(IReadOnlyDictionary<string, long> erased, DateTimeOffset now)
    {
        (Status, Erased, ErasureLeasedUntil) = (TenantStatus.Closed, erased, null);
        Changed(now);
    }
}
