using System.Reflection;
using System.Text;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
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
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList())
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
                KeepExternalId(db, entry, aggregate);
                foreach (var happened in aggregate.Events)
                {
                    db.Append(Outbox(happened, now));
                }
            }
            if (entry.Entity is Customer customer)
            {
                KeepTerms(db, customer);
            }
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

    private static void KeepExternalId(StoreDbContext db, EntityEntry entry, AggregateRoot aggregate)
    {
        if (db is not CrmDbContext)
        {
            return;
        }
        var before = entry.State == EntityState.Added ? null : (string?)entry.OriginalValues[nameof(AggregateRoot.ExternalId)];
        var after = entry.State == EntityState.Deleted ? null : aggregate.ExternalId;
        if (before == after)
        {
            return;
        }
        if (before is not null && HandedOver(db, aggregate, before, EntityState.Added) is null)
        {
            Remove(db, new ExternalIdEntry { ResourceType = aggregate.ResourceType, ExternalId = ByteKey.Of(before), ResourceId = aggregate.Key });
        }
        if (after is not null)
        {
            if (HandedOver(db, aggregate, after, EntityState.Deleted) is { } handed)
            {
                handed.Property(nameof(ExternalIdEntry.ResourceId)).CurrentValue = aggregate.Key;
            }
            else
            {
                db.Append(new ExternalIdEntry { ResourceType = aggregate.ResourceType, ExternalId = ByteKey.Of(after), ResourceId = aggregate.Key });
            }
        }
    }

    /// <summary>An entry that one record gives up and another takes in the same save is changed, not removed and added.</summary>
    private static EntityEntry<ExternalIdEntry>? HandedOver(StoreDbContext db, AggregateRoot aggregate, string externalId, EntityState otherHalf)
    {
        var key = ByteKey.Of(externalId);
        var found = db.ChangeTracker.Entries<ExternalIdEntry>()
            .FirstOrDefault(e => e.State == otherHalf && e.Entity.ResourceType == aggregate.ResourceType && e.Entity.ExternalId == key);
        if (found is not null)
        {
            found.State = EntityState.Modified;
        }
        return found;
    }

    private static void KeepTerms(StoreDbContext db, Customer customer)
    {
        foreach (var term in customer.RemovedTerms)
        {
            Remove(db, term);
        }
        foreach (var term in customer.AddedTerms)
        {
            db.Append(term);
        }
    }

    /// <summary>Deletes a row by its key, without reading it.</summary>
    private static void Remove(StoreDbContext db, object row)
    {
        var entry = db.Entry(row);
        entry.Property(Tenancy.Column).CurrentValue = ((CrmDbContext)db).Tenant;
        entry.State = EntityState.Deleted;
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
}
