using System.Linq.Expressions;
using Crm.Domain.Programmes;

namespace Crm.Application.Programmes;

/// <summary>A loyalty programme as it is now.</summary>
/// <param name="Id">The programme's id.</param>
/// <param name="Content">Its rules.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the newest version; the ETag.</param>
public sealed record ProgrammeDetails(
    ProgrammeId Id, ProgrammeContent Content, DateTimeOffset? RetiredAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly ProgrammeId ExampleId = ProgrammeId.Parse("programme_01j00000000000000000000000", null);
    internal static readonly DateTimeOffset ExampleTime = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly ProgrammeDetails Example = new(ExampleId, ProgrammeContent.Example, null, null, ExampleTime, ExampleTime, 1);

    public static ProgrammeDetails Of(Programme p) => new(p.Id, p.Content, p.RetiredAt, p.ExternalId, p.CreatedAt, p.UpdatedAt, p.Version);
}

/// <summary>A programme in a list, without its rules.</summary>
/// <param name="Id">The programme's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record ProgrammeRow(
    ProgrammeId Id, string Name, DateTimeOffset? RetiredAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly ProgrammeRow Example = new(
        ProgrammeDetails.ExampleId, ProgrammeContent.Example.Name, null, null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime, 1);

    public static readonly Expression<Func<Programme, ProgrammeRow>> Projection = p =>
        new ProgrammeRow(p.Id, NameOf(p.Content), p.RetiredAt, p.ExternalId, p.CreatedAt, p.UpdatedAt, p.Version);

    private static string NameOf(ProgrammeContent content) => content.Name;
}
