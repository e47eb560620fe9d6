using System.Buffers;
using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<IEntityType, ToldProperty[]> Told = new(ReferenceEqualityComparer.Instance);

    /// <param name="appended">The new records that nothing tracks.</param>
    public static void Add(StoreDbContext db, string command, IReadOnlyList<AggregateRoot> appended)
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
                Tell(db, aggregate, command, now, TenantOf(entry), entry.State == EntityState.Added ? null : Values(entry, p => p.OriginalValue),
                    entry.State switch { EntityState.Deleted => null, EntityState.Added => Values(entry.Metadata, aggregate), _ => Values(entry, p => p.CurrentValue) });
                NoteExternalId(db, entry, aggregate, externalIds);
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
        foreach (var aggregate in appended)
        {
            Tell(db, aggregate, command, now, null, null, Values(db.Model.FindEntityType(aggregate.GetType())!, aggregate));
            if (aggregate.ExternalId is { } external)
            {
                externalIds.Taken.Add((aggregate.ResourceType, ByteKey.Of(external), aggregate.Key));
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

    /// <summary>The audit entry and the outbox rows of a record.</summary>
    private static void Tell(StoreDbContext db, AggregateRoot aggregate, string command, DateTimeOffset now, int? tenantOfCatalog, string? before, string? after)
    {
        db.Append(Audit(db, aggregate, command, now, tenantOfCatalog, before, after));
        foreach (var happened in aggregate.Events)
        {
            db.Append(Outbox(happened, now));
        }
    }

    private static AuditEntry Audit(StoreDbContext db, AggregateRoot aggregate, string command, DateTimeOffset now, int? tenantOfCatalog, string? before, string? after) => new()
    {
        Id = UuidV7.Next(now),
        TenantNumber = db.Caller.IsOfTenant ? db.Caller.Tenant.Number : tenantOfCatalog,
        At = now,
        CredentialId = db.Caller.CredentialId,
        CredentialName = db.Caller.CredentialName,
        StaffId = db.Caller.StaffId,
        Action = JsonNamingPolicy.CamelCase.ConvertName(command),
        ResourceType = aggregate.ResourceType,
        ResourceId = aggregate.ResourceId,
        RequestId = db.Caller.RequestId,
        Before = before is not null && IsErased(aggregate) ? "{}" : before,
        After = after is not null && IsErased(aggregate) ? "{}" : after,
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

    /// <summary>All of a record that is not there yet.</summary>
    private static string Values(IEntityType type, AggregateRoot aggregate) => Written(ToldOf(type).Select(p => (p, p.Property.GetGetter().GetClrValue(aggregate))));

    /// <summary>What changed of it, or all where it goes.</summary>
    private static string Values(EntityEntry entry, Func<PropertyEntry, object?> value) => Written(
        from told in ToldOf(entry.Metadata)
        let property = entry.Property(told.Property)
        where entry.State != EntityState.Modified || property.IsModified
        select (told, value(property)));

    private static string Written(IEnumerable<(ToldProperty Property, object? Value)> values)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (property, value) in values)
            {
                json.WritePropertyName(property.Name);
                JsonSerializer.Serialize(json, value is not null && property.IsSecret ? "***" : value, CrmJson.Stored);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ToldProperty[] ToldOf(IEntityType type) => Told.GetOrAdd(type, static t =>
    [
        .. t.GetProperties().Where(p => p.Name is not (Tenancy.Column or nameof(Customer.NameKey) or nameof(StaffMember.LanguageKeys) or nameof(AggregateRoot.UpdatedAt) or nameof(AggregateRoot.CreatedAt))
                && p.FindAnnotation(UntoldAnnotation) is null)
            .Select(p => new ToldProperty(p, JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(p.Name)), p.FindAnnotation(SecretAnnotation) is not null)),
    ]);

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

    /// <summary>A property that the audit trail repeats.</summary>
    private sealed record ToldProperty(IProperty Property, JsonEncodedText Name, bool IsSecret);

    /// <summary>The integrator's keys that records of this save give up, and those that they take.</summary>
    private sealed record ExternalIdChanges(Dictionary<(string Type, ByteKey Key), Guid> Released, List<(string Type, ByteKey Key, Guid Owner)> Taken);
}
