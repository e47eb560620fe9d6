using System.Linq.Expressions;
using Crm.Application.Programmes;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>A gesture that is given by rule.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">What is given, and when.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record StandingGestureDetails(
    StandingGestureId Id, StandingGestureContent Content, DateTimeOffset? RetiredAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly StandingGestureId ExampleId = StandingGestureId.Parse("standing_gesture_01j00000000000000000000000", null);

    public static readonly StandingGestureDetails Example = new(
        ExampleId, StandingGestureContent.Example, null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime, 1);

    public static readonly Expression<Func<StandingGesture, StandingGestureDetails>> Projection =
        g => new StandingGestureDetails(g.Id, g.Content, g.RetiredAt, g.CreatedAt, g.UpdatedAt, g.Version);

    private static readonly Func<StandingGesture, StandingGestureDetails> Compiled = Projection.Compile();

    public static StandingGestureDetails Of(StandingGesture standing) => Compiled(standing);
}
