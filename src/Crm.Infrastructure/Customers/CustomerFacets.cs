using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Infrastructure.Customers;

/// <summary>
/// Keeps what a customer's row says of contacts and consents true to them, in the transaction that writes these (ADR 40). It is a part of the save itself, so that no way of
/// recording one can forget it; the row's version stands still, since nothing of the record changed.
/// </summary>
internal static class CustomerFacets
{
    [Statement(StoreProvider.SqlServer)]
    private const string Contacted = """
        UPDATE "Customers" SET "LastContactAt" = @2 WHERE "TenantId" = @0 AND "Id" = @1 AND ("LastContactAt" IS NULL OR "LastContactAt" < @2)
        """;

    public static void Keep(CrmDbContext db, IReadOnlyList<EntityEntry> pending)
    {
        var added = pending.Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var correction in added.OfType<InteractionCorrection>())
        {
            var original = db.Interactions.Local.First(i => i.Id == correction.OriginalId);
            db.Alongside(ct => ContactAnew(db, original.CustomerId, original.Id, ct));
        }
        foreach (var contact in added.OfType<Interaction>().Where(i => i.Correction is null))
        {
            db.Alongside(PlainStatement.On<Customer>(db, Contacted, (Tenancy.Column, db.Tenant), (nameof(Customer.Id), contact.CustomerId), (nameof(Customer.LastContactAt), contact.StartedAt)));
        }
        foreach (var consents in added.OfType<Consent>().GroupBy(c => c.CustomerId))
        {
            db.Alongside(ct => DecisionsAnew(db, consents.Key, [.. consents], CustomerErrors.TooManyDecisions, ct));
        }
    }

    /// <summary>Reads both anew, after rows went from one customer to another.</summary>
    public static async Task Anew(CrmDbContext db, IReadOnlyList<CustomerId> customers, CancellationToken ct)
    {
        foreach (var customer in customers)
        {
            await ContactAnew(db, customer, default, ct);
            await DecisionsAnew(db, customer, [], CustomerErrors.MergeTooLarge, ct);
        }
    }

    private static async Task ContactAnew(CrmDbContext db, CustomerId customer, InteractionId except, CancellationToken ct)
    {
        var last = await db.Interactions.Where(i => i.CustomerId == customer && i.Id != except && i.Correction == null)
            .OrderByDescending(i => i.StartedAt).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefaultAsync(ct);
        await db.Customers.Where(c => c.Id == customer).ExecuteUpdateAsync(s => s.SetProperty(c => c.LastContactAt, last), ct);
    }

    private static async Task DecisionsAnew(CrmDbContext db, CustomerId customer, IReadOnlyList<Consent> added, Error otherwise, CancellationToken ct)
    {
        var known = await db.Consents.AsNoTracking().Where(c => c.CustomerId == customer).ToListAsync(ct);
        var decisions = ConsentsInForce.Of([.. known, .. added]);
        if (decisions?.Length > ConsentsInForce.MaxLength)
        {
            throw new SaveRefusedException(otherwise);
        }
        await db.Customers.Where(c => c.Id == customer).ExecuteUpdateAsync(s => s.SetProperty(c => c.Decisions, decisions), ct);
    }
}
