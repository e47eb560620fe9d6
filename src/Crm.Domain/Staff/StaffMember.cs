namespace Crm.Domain.Staff;

/// <summary>What is known of a member of staff.</summary>
public record StaffProfile
{
    public const int NameMaxLength = 200;
    public const int MaxLanguages = 20;

    /// <summary>The full name; 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What colleagues and customers call them; at most 200 characters.</summary>
    public string? PreferredName { get; init; }

    /// <summary>BCP 47 tags of the languages they serve customers in, at most 20.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The member of staff they report to. Nobody reports to themselves, directly or round a corner.</summary>
    public StaffId? ManagerId { get; init; }

    /// <summary>Whether they work here now. Who does not is kept, and is assigned nothing.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Your own key for them, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }
}

/// <summary>A person who works for the tenant.</summary>
public sealed class StaffMember : AggregateRoot<StaffMember>, IResource
{
    private StaffMember() { }

    public static string Prefix => "staff";

    public string Name { get; private set; } = "";
    public string? PreferredName { get; private set; }
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public StaffId? ManagerId { get; private set; }
    public bool Active { get; private set; }

    public static StaffMember Employ(StaffProfile profile, DateTimeOffset now)
    {
        var member = new StaffMember { Id = StaffId.New(now) };
        member.Revise(profile, now);
        member.Raise(new StaffEmployed(member.Id));
        return member;
    }

    public void Revise(StaffProfile profile, DateTimeOffset now)
    {
        Name = FoldedText.Nfc(profile.Name.Trim());
        PreferredName = profile.PreferredName is { } preferred ? FoldedText.Nfc(preferred.Trim()) : null;
        Languages = profile.Languages;
        ManagerId = profile.ManagerId;
        Active = profile.Active;
        ExternalId = profile.ExternalId;
        Changed(now);
    }

    public StaffProfile Profile => new()
    {
        Name = Name, PreferredName = PreferredName, Languages = Languages, ManagerId = ManagerId, Active = Active, ExternalId = ExternalId,
    };
}

[EventType("staff.employed", 1, "A member of staff was recorded.")]
public sealed record StaffEmployed(StaffId StaffId) : IDomainEvent;

public static class StaffErrors
{
    public static readonly Error CircularReporting = new(ErrorKind.Conflict, "staff.circular_reporting",
        "The manager reports to this member of staff, directly or round a corner. Choose another manager.");

    public static readonly Error UnknownManager = new(ErrorKind.Invalid, "manager_unknown", "There is no member of staff with this id.");
}
