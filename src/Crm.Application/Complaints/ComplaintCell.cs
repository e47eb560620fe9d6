using Crm.Domain;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>
/// What the complaints count for that were received on a day or in a month and have one value in one dimension: the sum of what each of them has booked, kept in the save that
/// changes the complaint. Nothing is counted when it is asked for.
/// </summary>
public sealed class ComplaintCell
{
    public required FigureDimension Dimension { get; init; }

    /// <summary>A day or a month, as <see cref="FigurePeriod"/> has it.</summary>
    public required int Period { get; init; }
    public required ByteKey Value { get; init; }

    public required WrittenFigures Counts { get; init; }
}

/// <summary>A set of <see cref="Figures"/>, as it is written.</summary>
public sealed record WrittenFigures(string Text);
