using System.Reflection;
using System.Text;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Infrastructure.Complaints;
using Crm.Infrastructure.Customers;
using Crm.Infrastructure.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>What every save writes along with the changes: audit entries, outbox rows, external ids, search terms. Also where wall 2 refuses a forged tenant.</summary>
internal static class SaveRecords
{
    /// <summary>Marks a property whose value is never shown, not even in the audit trail.</summary>
    public const string SecretAnnotation = "Crm:Secret";

    /// <summary>Marks a property that no audit entry repeats, because another record's entry tells it.</summary>
    public const string UntoldAnnotation = "Crm:Untold";

    public static void Add(StoreDbContext db, string command)
    {
        var now = db.Clock.GetUtcNow();
        var externalIds = new ExternalIdChanges([], []);
        var complaints = new List<EntityEntry<Complaint>>();
        var pending = db.ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        foreach (var entry in pending)
        {
            RefuseForgedTenant(db, entry);
            if (entry.Entity is AuditEntry && entry.State != EntityState.Added)
            {
                throw new InvalidOperationException("An audit entry is never changed.");
            }
            if (entry.Entity is AggregateRoot aggregate)
            {
                RefuseUnversioned(entry, aggregate);
                db.Append(Audit(db, entry, aggregate, command, now));
                NoteExternalId(db, entry, aggregate, externalIds);
                foreach (var happened in aggregate.Events)
                {
                    db.Append(Outbox(happened, now));
                }
            }
            if (entry.Entity is Customer customer)
            {
                KeepTerms(db, customer);
            }
            if (entry.Entity is Complaint complaint)
            {
                complaints.Add(db.Entry(complaint));
            }
        }
        KeepExternalIds(db, externalIds);
        if (db is CrmDbContext crm)
        {
            CustomerFacets.Keep(crm, pending);
            StaffLoads.Keep(crm, pending);
            ComplaintBooks.Keep(crm, complaints);
        }
    }

    private static void RefuseForgedTenant(StoreDbContext db, EntityEntry entry)
    {
        if (db is CrmDbContext crm && !Equals(entry.Property(Tenancy.Column).CurrentValue, crm.Tenant))
        {
            throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another tenant was about to be saved.");
        }
    }

    private static void RefuseUnversioned(EntityEntry entry, AggregateRoot aggregate)
    {
        if (entry.State == EntityState.Modified && Equals(entry.OriginalValues[nameof(AggregateRoot.Version)], aggregate.Version))
        {
            throw new InvalidOperationException($"{entry.Metadata.ShortName()} was changed without Changed(now), so its version stands still.");
        }
    }

    private static AuditEntry Audit(StoreDbContext db, EntityEntry entry, AggregateRoot aggregate, string command, DateTimeOffset now) => new()
    {
        Id = UuidV7.Next(now),
        TenantNumber = db.Caller.IsOfTenant ? db.Caller.Tenant.Number : TenantOf(entry),
        At = now,
        CredentialId = db.Caller.CredentialId,
        CredentialName = db.Caller.CredentialName,
        StaffId = db.Caller.StaffId,
        Action = JsonNamingPolicy.CamelCase.ConvertName(command),
        ResourceType = aggregate.ResourceType,
        ResourceId = aggregate.ResourceId,
        RequestId = db.Caller.RequestId,
        Before = entry.State == EntityState.Added ? null : IsErased(aggregate) ? "{}" : Values(entry, p => p.OriginalValue),
        After = entry.State == EntityState.Deleted ? null : IsErased(aggregate) ? "{}" : Values(entry, p => p.CurrentValue),
    };

    /// <summary>An erasure does not leave in the trail what it takes from the record.</summary>
    private static bool IsErased(AggregateRoot aggregate) => aggregate is Customer { State: CustomerState.Erased };

    /// <summary>In the catalog, what the platform does to a tenant is the tenant's to see.</summary>
    private static int? TenantOf(EntityEntry entry) => entry.Entity switch
    {
        Domain.Tenants.Tenant tenant => tenant.Number,
        Domain.ApiKeys.ApiKey key => key.TenantNumber,
        _ => null,
    };

    private static string Values(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var property in entry.Properties.Where(p => IsTold(p.Metadata) && (entry.State != EntityState.Modified || p.IsModified)))
            {
                json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name));
                JsonSerializer.Serialize(json, Masked(property.Metadata, value(property)), CrmJson.Stored);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool IsTold(IProperty property) =>
        property.Name is not (Tenancy.Column or nameof(Customer.NameKey) or nameof(StaffMember.LanguageKeys) or nameof(AggregateRoot.UpdatedAt) or nameof(AggregateRoot.CreatedAt))
        && property.FindAnnotation(UntoldAnnotation) is null;

    private static object? Masked(IProperty property, object? value) =>
        value is not null && property.FindAnnotation(SecretAnnotation) is not null ? "***" : value;

    private static void NoteExternalId(StoreDbContext db, EntityEntry entry, AggregateRoot aggregate, ExternalIdChanges changes)
    {
        if (db is not CrmDbContext)
        {
            return;
        }
        var before = entry.State == EntityState.Added ? null : (string?)entry.OriginalValues[nameof(AggregateRoot.ExternalId)];
        var after = entry.State == EntityState.Deleted ? null : aggregate.ExternalId;
        if (before is not null && before != after)
        {
            changes.Released.Add((aggregate.ResourceType, ByteKey.Of(before)), aggregate.Key);
        }
        if (after is not null && before != after)
        {
            changes.Taken.Add((aggregate.ResourceType, ByteKey.Of(after), aggregate.Key));
        }
    }

    /// <summary>A key that one record gives up and another takes in the same save is changed, not removed and added.</summary>
    private static void KeepExternalIds(StoreDbContext db, ExternalIdChanges changes)
    {
        foreach (var (type, key, owner) in changes.Taken)
        {
            if (!changes.Released.Remove((type, key), out var before))
            {
                db.Append(new ExternalIdEntry { ResourceType = type, ExternalId = key, ResourceId = owner });
                continue;
            }
            Known(db, new ExternalIdEntry { ResourceType = type, ExternalId = key, ResourceId = before }, EntityState.Unchanged)
                .Property(nameof(ExternalIdEntry.ResourceId)).CurrentValue = owner;
        }
        foreach (var ((type, key), owner) in changes.Released)
        {
            Known(db, new ExternalIdEntry { ResourceType = type, ExternalId = key, ResourceId = owner }, EntityState.Deleted);
        }
    }

    private static void KeepTerms(StoreDbContext db, Customer customer)
    {
        foreach (var term in customer.RemovedTerms)
        {
            Known(db, term, EntityState.Deleted);
        }
        foreach (var term in customer.AddedTerms)
        {
            db.Append(term);
        }
    }

    /// <summary>A row that is known to be there, to be deleted or changed by its key without reading it.</summary>
    private static EntityEntry Known(StoreDbContext db, object row, EntityState state)
    {
        var entry = db.Entry(row);
        entry.Property(Tenancy.Column).CurrentValue = ((CrmDbContext)db).Tenant;
        entry.State = state;
        return entry;
    }

    private static OutboxMessage Outbox(IDomainEvent happened, DateTimeOffset now)
    {
        var type = happened.GetType().GetCustomAttribute<EventTypeAttribute>()
            ?? throw new InvalidOperationException($"{happened.GetType()} is in no catalogue: it lacks EventType.");
        return new OutboxMessage
        {
            Id = UuidV7.Next(now),
            Type = type.Name,
            TypeVersion = type.Version,
            OccurredAt = now,
            Payload = JsonSerializer.Serialize(happened, happened.GetType(), CrmJson.Wire),
        };
    }

    /// <summary>The integrator's keys that records of this save give up, and those that they take.</summary>
    private sealed record ExternalIdChanges(Dictionary<(string Type, ByteKey Key), Guid> Released, List<(string Type, ByteKey Key, Guid Owner)> Taken);
}
