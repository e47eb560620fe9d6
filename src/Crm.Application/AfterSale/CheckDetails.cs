using System.Linq.Expressions;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.AfterSale;

namespace Crm.Application.AfterSale;

/// <summary>Asking a customer how satisfied they are.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="CustomerId">Whom.</param>
/// <param name="Source">The purchase, contact or other record after which it is asked.</param>
/// <param name="OccurredOn">The day of that record.</param>
/// <param name="AfterDays">How many days after it.</param>
/// <param name="DueAt">When, at ten in the morning where the customer is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Refusal">Why it was left out.</param>
/// <param name="Rating">How satisfied the customer said they are: 1 not at all, 5 fully; null unless they answered.</param>
/// <param name="Words">What the customer said, verbatim; null after the customer was erased.</param>
/// <param name="AskedBy">Who recorded what came of it.</param>
/// <param name="AskedAt">When that was.</param>
/// <param name="CreatedAt">When it was scheduled.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record CheckDetails(
    AfterSaleCheckId Id, CustomerId CustomerId, RecordId Source, DateOnly OccurredOn, int AfterDays, DateTimeOffset DueAt, CheckState State, CheckRefusal? Refusal, int? Rating,
    string? Words, StaffId? AskedBy, DateTimeOffset? AskedAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public const int WordsMaxLength = 3 * AfterSaleCheck.WordsMaxLength;

    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly CheckDetails Example = new(
        AfterSaleCheckId.Parse("after_sale_check_01j00000000000000000000000", null), CustomerDetails.Example.Id, RecordId.Parse("interaction_01j00000000000000000000000", null),
        new(2026, 3, 21), 3, new(2026, 3, 24, 6, 30, 0, TimeSpan.Zero), CheckState.Scheduled, null, null, null, null, null, Morning, Morning, 1);

    public static readonly Expression<Func<AfterSaleCheck, CheckDetails>> Projection = c => new CheckDetails(
        c.Id, c.CustomerId, c.Source, c.OccurredOn, c.AfterDays, c.DueAt, c.State, c.Refusal, c.Rating, c.Words, c.AskedBy, c.AskedAt, c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<AfterSaleCheck, CheckDetails> Compiled = Projection.Compile();

    public static CheckDetails Of(AfterSaleCheck check) => Compiled(check);
}
