using System.Linq.Expressions;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>A need that a customer expressed.</summary>
/// <param name="Id">The need's id.</param>
/// <param name="CustomerId">Who needs it.</param>
/// <param name="Text">What the customer will need.</param>
/// <param name="ExpectedOn">The day on which it is expected, where that is known.</param>
/// <param name="ExpectedMonth">The month in which it is expected, as YYYY-MM, where only that is known.</param>
/// <param name="Status">Whether it is open, was met, or came to nothing.</param>
/// <param name="By">The member of staff who recorded it.</param>
/// <param name="WorkId">The task that sees to it, or by which it was met; null where nobody has taken it up.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record NeedDetails(
    NeedId Id, CustomerId CustomerId, string Text, DateOnly? ExpectedOn, string? ExpectedMonth, NeedStatus Status, StaffId? By, WorkId? WorkId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly NeedDetails Example = new(
        NeedId.Parse("need_01j00000000000000000000000", null), CustomerId.Parse("customer_01j00000000000000000000000", null),
        "A second delivery van for the new branch", null, "2027-04", NeedStatus.Open, null, null,
        new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), 1);

    public static readonly Expression<Func<Need, NeedDetails>> Projection = n => new NeedDetails(
        n.Id, n.CustomerId, n.Text, NeedContent.DayOf(n.ExpectedFrom, n.ExpectedTo),
        NeedContent.MonthOf(n.ExpectedFrom, n.ExpectedTo), n.Status, n.By, n.WorkId, n.CreatedAt, n.UpdatedAt, n.Version);

    private static readonly Func<Need, NeedDetails> Compiled = Projection.Compile();

    public static NeedDetails Of(Need need) => Compiled(need);

    /// <summary>The first day on which it is expected, which the list is sorted by.</summary>
    internal DateOnly FirstDay() =>
        ExpectedOn ?? (ExpectedMonth is { } month ? DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : Need.NoDay);
}
