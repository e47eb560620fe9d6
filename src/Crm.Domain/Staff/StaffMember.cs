namespace Crm.Domain.Staff;

/// <summary>What is known of a member of staff.</summary>
public record StaffProfile
{
    public const int NameMaxLength = 200;
    public const int MaxLanguages = 20;
    public const int LanguageMaxLength = 39;
    public const int MaxSkills = 50;
    public const int AuthorityMaxLength = 40;

    /// <summary>The authority of who was given no other.</summary>
    public const string UsualAuthority = "agent";

    /// <summary>The full name; 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What colleagues and customers call them; at most 200 characters.</summary>
    public string? PreferredName { get; init; }

    /// <summary>BCP 47 tags of the languages they serve customers in, at most 20.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What they can do, by your own codes, each once and at most 50. Work that asks for a skill goes to who has it.</summary>
    public IReadOnlyList<StaffSkill> Skills { get; init; } = [];

    /// <summary>The member of staff they report to. Nobody reports to themselves, directly or round a corner.</summary>
    public StaffId? ManagerId { get; init; }

    /// <summary>Whether they work here now. Who does not is kept, and is assigned nothing.</summary>
    public bool Active { get; init; } = true;

    /// <summary>
    /// Their level in the authority matrix, which says how much they grant alone (S3-EMPOWER-1): a code of yours such as agent, senior or lead, in lower case
    /// letters, digits, - and _, at most 40 characters; agent where absent. To give somebody another one takes the permission authorities:write.
    /// </summary>
    public string Authority { get; init; } = UsualAuthority;

    /// <summary>Your own key for them, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static readonly StaffProfile Example = new() { Name = "Sara Karimi-Rad", PreferredName = "Sara", Languages = ["fa-IR", "en", "de"], Skills = [StaffSkill.Example], ExternalId = "E-1042" };
}

/// <summary>A person who works for the tenant.</summary>
public sealed class StaffMember : AggregateRoot<StaffMember>, IResource
{
    private StaffMember() { }

    public static string Prefix => "staff";

    public string Name { get; private set; } = "";

    /// <summary>The name as it is sorted.</summary>
    public ByteKey NameKey { get; private set; }
    public string? PreferredName { get; private set; }
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The languages to search in: each tag and every shorter one that includes it, folded and between bars.</summary>
    public string LanguageKeys { get; private set; } = "";
    public IReadOnlyList<StaffSkill> Skills { get; private set; } = [];

    /// <summary>The skills to search in: each code between bars.</summary>
    public string SkillKeys { get; private set; } = "";
    public StaffId? ManagerId { get; private set; }
    public bool Active { get; private set; }

    /// <summary>The level of authority; null for the usual one.</summary>
    public string? AuthorityCode { get; private set; }

    /// <summary>The weight of the open work that they own, which every save of work keeps.</summary>
    public int Load { get; private set; }

    /// <summary>When they last came to own work; null where they never did.</summary>
    public DateTimeOffset? GivenWorkAt { get; private set; }

    /// <summary>Records somebody new, to whom nobody reports yet, so that no line can close in a circle.</summary>
    public static StaffMember Employ(StaffProfile profile, DateTimeOffset now)
    {
        var member = new StaffMember { Id = StaffId.New(now) };
        member.Take(profile, now);
        member.Raise(new StaffEmployed(member.Id));
        return member;
    }

    /// <summary>Replaces what is known.</summary>
    /// <param name="lines">Who reports to whom; needed where the manager changes.</param>
    public Result Revise(StaffProfile profile, ReportingLines? lines, DateTimeOffset now)
    {
        if (NeedsLines(profile) && lines!.Admit(Id, profile.ManagerId!.Value).Failed(out var error))
        {
            return error;
        }
        var wasActive = Active;
        Take(profile, now);
        Raise(new StaffRevised(Id));
        if (wasActive != Active)
        {
            Raise(Active ? new StaffReturned(Id) : new StaffLeft(Id));
        }
        return Result.Done;
    }

    /// <summary>Whether a revision must look at the reporting lines.</summary>
    public bool NeedsLines(StaffProfile profile) => profile.ManagerId is not null && profile.ManagerId != ManagerId;

    /// <summary>What to look for in <see cref="LanguageKeys"/> for somebody who speaks a language, or any variety of it.</summary>
    public static string LanguageKey(string tag) => "|" + tag.ToLowerInvariant() + "|";

    /// <summary>What to look for in <see cref="SkillKeys"/>.</summary>
    public static string SkillKey(string code) => "|" + code + "|";

    private void Take(StaffProfile profile, DateTimeOffset now)
    {
        Name = FoldedText.Nfc(profile.Name.Trim());
        NameKey = ByteKey.Of(FoldedText.SortKey(Name));
        PreferredName = profile.PreferredName?.Trim() is { Length: > 0 } preferred ? FoldedText.Nfc(preferred) : null;
        Languages = profile.Languages;
        LanguageKeys = string.Concat(profile.Languages.SelectMany(Including).Distinct(StringComparer.Ordinal).Select(LanguageKey));
        Skills = profile.Skills;
        SkillKeys = string.Concat(profile.Skills.Select(s => SkillKey(s.Code)));
        ManagerId = profile.ManagerId;
        Active = profile.Active;
        AuthorityCode = profile.Authority == StaffProfile.UsualAuthority ? null : profile.Authority;
        ExternalId = profile.ExternalId;
        Changed(now);
    }

    private static IEnumerable<string> Including(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        return parts.Select((_, i) => string.Join('-', parts[..(i + 1)]));
    }

    public StaffProfile Profile => new()
    {
        Name = Name, PreferredName = PreferredName, Languages = Languages, Skills = Skills, ManagerId = ManagerId, Active = Active,
        Authority = AuthorityCode ?? StaffProfile.UsualAuthority, ExternalId = ExternalId,
    };
}

[EventType("staff.revised", 1, "What is known of a member of staff changed.")]
public sealed record StaffRevised(StaffId StaffId) : IDomainEvent;

[EventType("staff.employed", 1, "A member of staff was recorded.")]
public sealed record StaffEmployed(StaffId StaffId) : IDomainEvent;

[EventType("staff.left", 1, "A member of staff does not work here any more. Open work of theirs goes to others.")]
public sealed record StaffLeft(StaffId StaffId) : IDomainEvent;

[EventType("staff.returned", 1, "A member of staff works here again.")]
public sealed record StaffReturned(StaffId StaffId) : IDomainEvent;

public static class StaffErrors
{
    public static readonly Error CircularReporting = new(ErrorKind.Conflict, "staff.circular_reporting",
        "The manager reports to this member of staff, directly or round a corner. Choose another manager.");

    public static readonly Error UnknownManager = new(ErrorKind.Invalid, "manager_unknown", "There is no member of staff with this id. Record the manager first.");

    public static readonly Error AuthorityNotYours = new(ErrorKind.Forbidden, "staff.authority_not_yours",
        "Another level of authority is given with the permission authorities:write. Leave the member as it is.");

    public static readonly Error TooManyForLines = new(ErrorKind.Conflict, "staff.too_many_for_lines",
        "Managers can be changed in tenants of at most 20,000 staff.");
}
