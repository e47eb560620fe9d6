using System.Linq.Expressions;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Something known about a customer.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="CustomerId">Whom it is about.</param>
/// <param name="Kind">A plain fact, a preference, an anniversary or a story.</param>
/// <param name="Text">What is known.</param>
/// <param name="Date">When it was or is: YYYY-MM-DD, or --MM-DD for every year.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="Private">Whether only you see it.</param>
/// <param name="By">The member of staff who recorded it.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record FactDetails(
    FactId Id, CustomerId CustomerId, FactKind Kind, string Text, string? Date, string? Source, bool Private, StaffId? By,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly FactDetails Example = new(
        FactId.Parse("fact_01j00000000000000000000000", null), CustomerId.Parse("customer_01j00000000000000000000000", null), FactKind.Anniversary,
        "Opened the first shop with her brother", "--03-21", "told on the phone", false, null,
        new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), 1);

    public static readonly Expression<Func<Fact, FactDetails>> Projection = f =>
        new FactDetails(f.Id, f.CustomerId, f.Kind, f.Text, f.Date, f.Source, f.OnlyFor != null, f.By, f.CreatedAt, f.UpdatedAt, f.Version);

    private static readonly Func<Fact, FactDetails> Compiled = Projection.Compile();

    public static FactDetails Of(Fact fact) => Compiled(fact);
}
