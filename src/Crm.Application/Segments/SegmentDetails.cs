using System.Linq.Expressions;
using Crm.Domain.Segments;

namespace Crm.Application.Segments;

/// <summary>Customers that are spoken of together, by a rule.</summary>
/// <param name="Id">The segment's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Rule">Which customers belong.</param>
/// <param name="Active">Whether it is in use.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was defined.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record SegmentDetails(
    SegmentId Id, string Name, string? Description, SegmentRule Rule, bool Active, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly SegmentId ExampleId = SegmentId.Parse("segment_01j00000000000000000000000", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly SegmentDetails Example = new(
        ExampleId, SegmentContent.Example.Name, SegmentContent.Example.Description, SegmentRule.Example, true, null, Morning, Morning, 1);

    public static readonly Expression<Func<Segment, SegmentDetails>> Projection = s => new SegmentDetails(
        s.Id, s.Name, s.Description, s.Rule, s.RetiredAt == null, s.ExternalId, s.CreatedAt, s.UpdatedAt, s.Version);

    private static readonly Func<Segment, SegmentDetails> Compiled = Projection.Compile();

    public static SegmentDetails Of(Segment segment) => Compiled(segment);
}
