// What the product is measured against: a minimal endpoint with raw ADO.NET that answers the same bytes from an equal file. No credential, no
// checks, no search for duplicates; every write commits by itself. It reads and writes the product's own tables, so that the bytes and rows are equal.
//   Floor FILE        what it writes: all rows that the product writes for a customer
//   Floor FILE bare   the customer's own row only
using System.Buffers;
using System.Globalization;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

var connectionString = new SqliteConnectionStringBuilder { DataSource = args[0], DefaultTimeout = 30, ForeignKeys = true }.ToString();
var writesAll = !args.Contains("bare");
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var app = builder.Build();
const string Row = "c.Id, c.State, c.Profile, c.DisplayName, c.Lifecycle, c.CreatedAt, c.UpdatedAt, c.Version";
// What a briefing tells, in three statements: no permission, no correction and nothing private is looked at.
const string Name = "(SELECT COALESCE(s.PreferredName, s.Name) FROM Staff s WHERE s.TenantId = 1 AND s.Id = ";
const string Contact = $"i.Id, i.Channel, i.Direction, i.StartedAt, i.Subject, i.EmotionAtStart, i.EmotionAtEnd, i.Outcome, i.StaffId, {Name}i.StaffId), i.FollowUpOn FROM Interactions i WHERE i.TenantId = 1 AND i.CustomerId = $key";
const string Brief = $"""
    SELECT c.Id, c.Profile, c.DisplayName, c.Lifecycle, c.CreatedAt, {Name}c.OwnerId),
        (SELECT MIN(i.StartedAt) FROM Interactions i WHERE i.TenantId = 1 AND i.CustomerId = $key),
        (SELECT COUNT(*) FROM Interactions i WHERE i.TenantId = 1 AND i.CustomerId = $key AND i.StartedAt >= 1000 * unixepoch('now', '-30 days')),
        (SELECT p.Content FROM RelationshipPlans p WHERE p.TenantId = 1 AND p.CustomerId = $key AND p.EndedAt IS NULL ORDER BY p.Id DESC LIMIT 1),
        EXISTS (SELECT 1 FROM Complaints k WHERE k.TenantId = 1 AND k.CustomerId = $key AND k.Stage NOT LIKE 'Closed%')
        FROM Customers c WHERE c.TenantId = 1 AND c.Id = $key;
    SELECT * FROM (SELECT {Contact} ORDER BY i.StartedAt DESC LIMIT 3)
        UNION ALL SELECT * FROM (SELECT {Contact} AND i.StartedAt >= 1000 * unixepoch('now', '-7 days') ORDER BY i.StartedAt DESC LIMIT 50)
        UNION ALL SELECT * FROM (SELECT {Contact} AND i.FollowUpOn IS NOT NULL ORDER BY i.FollowUpOn LIMIT 10);
    SELECT * FROM (SELECT f.Id, f.Kind, f.Text, f.Date, NULL, NULL, NULL, f.CreatedAt FROM Facts f WHERE f.TenantId = 1 AND f.CustomerId = $key AND f.Kind = 'Preference' ORDER BY f.Id DESC LIMIT 5)
        UNION ALL SELECT * FROM (SELECT f.Id, f.Kind, f.Text, f.Date, NULL, NULL, NULL, f.CreatedAt FROM Facts f WHERE f.TenantId = 1 AND f.CustomerId = $key AND f.Kind IN ('Fact', 'Story') ORDER BY f.Id DESC LIMIT 5)
        UNION ALL SELECT * FROM (SELECT f.Id, f.Kind, f.Text, f.Date, NULL, NULL, NULL, f.CreatedAt FROM Facts f WHERE f.TenantId = 1 AND f.CustomerId = $key AND f.Kind IN ('Anniversary', 'Birthday') ORDER BY f.Id DESC LIMIT 50)
        UNION ALL SELECT * FROM (SELECT n.Id, 'Need', n.Text, NULL, n.ExpectedFrom, n.ExpectedTo, NULL, n.CreatedAt FROM Needs n WHERE n.TenantId = 1 AND n.CustomerId = $key AND n.Status = 'Open' ORDER BY n.ExpectedFrom LIMIT 5)
        UNION ALL SELECT c.Id, 'Consent', c.Purpose, c.Channel, c.Decision, NULL, NULL, c.At FROM Consents c WHERE c.TenantId = 1 AND c.CustomerId = $key
        UNION ALL SELECT * FROM (SELECT c.Id, 'Promise', c.Text, NULL, NULL, NULL, {Name}c.ResponsibleId), c.DueAt FROM Commitments c WHERE c.TenantId = 1 AND c.CustomerId = $key AND c.State IN ('Open', 'Broken') ORDER BY c.DueAt LIMIT 5)
        UNION ALL SELECT k.Id, 'Account', k.Tier, NULL, NULL, NULL, {Name}k.ManagerId), k.CreatedAt FROM KeyAccounts k WHERE k.TenantId = 1 AND k.CustomerId = $key AND k.EndedAt IS NULL;
    """;
var writerOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

app.MapGet("/get/{id}", (string id) => Answer($"SELECT {Row} FROM Customers c WHERE c.TenantId = 1 AND c.Id = $key", Convert.FromHexString(id), WriteDetails));
app.MapGet("/list", () => Answer($"SELECT {Row} FROM Customers c WHERE c.TenantId = 1 AND c.State = 'Active' ORDER BY c.Id DESC LIMIT 51", null, WritePage));
app.MapGet("/search/{word}", (string word) => Answer(
    $"SELECT {Row} FROM CustomerTerms t JOIN Customers c ON c.TenantId = t.TenantId AND c.Id = t.CustomerId "
    + "WHERE t.TenantId = 1 AND t.Term >= $key AND t.Term < $end AND c.State = 'Active' ORDER BY t.Term, t.CustomerId LIMIT 51",
    Encoding.UTF8.GetBytes("w" + word), WritePage));
app.MapGet("/brief/{id}", (string id) => Answer(Brief, Convert.FromHexString(id), WriteBriefing));
app.MapPost("/create", async (HttpRequest request) =>
{
    using var body = await JsonDocument.ParseAsync(request.Body);
    var buffer = new ArrayBufferWriter<byte>(1024);
    var id = Guid.CreateVersion7().ToByteArray(true);
    var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
    var name = body.RootElement.GetProperty("givenName").GetString() + " " + body.RootElement.GetProperty("familyName").GetString();
    var profile = Profile(body.RootElement);
    using var connection = Open();
    using var transaction = connection.BeginTransaction();
    Execute("INSERT INTO Customers (TenantId, Id, State, Profile, Lifecycle, DisplayName, NameKey, Version, CreatedAt, UpdatedAt) VALUES (1, $a, 'Active', $b, 'Customer', $c, $d, 1, $e, $e)",
        id, profile, name, Encoding.UTF8.GetBytes(name.ToLowerInvariant()), now);
    if (writesAll)
    {
        var text = TypeId(id);
        for (var term = 0; term < 12; term++)
        {
            Execute("INSERT INTO CustomerTerms (TenantId, CustomerId, Term) VALUES (1, $a, $b)", id, Encoding.UTF8.GetBytes("w" + term + name));
        }
        Execute("INSERT INTO LifecycleChanges (TenantId, CustomerId, Id, \"To\", At) VALUES (1, $a, $b, 'Customer', $c)", id, Guid.CreateVersion7().ToByteArray(true), now);
        Execute("INSERT INTO TimelineEntries (TenantId, Id, CustomerId, At, Type, ResourceId, Summary) VALUES (1, $b, $a, $c, 'customer.registered', $d, '{\"lifecycle\":\"customer\"}')",
            id, Guid.CreateVersion7().ToByteArray(true), now, text);
        Execute("INSERT INTO OutboxMessages (TenantId, Id, Type, TypeVersion, OccurredAt, Payload) VALUES (1, $a, 'customer.registered', 1, $b, $c)",
            Guid.CreateVersion7().ToByteArray(true), now, "{\"customerId\":\"" + text + "\"}");
        Execute("INSERT INTO AuditEntries (TenantId, Id, At, CredentialId, CredentialName, Action, ResourceType, ResourceId, RequestId, After) "
            + "VALUES (1, $a, $b, 'apikey_01m80cze82e00thzngpb3z0cvr', 'First administrator', 'registerCustomer', 'customer', $c, 'afbdc04b65fb5ee76bd77980d508f978', $d)",
            Guid.CreateVersion7().ToByteArray(true), now, text, profile);
    }
    transaction.Commit();
    using (var json = new Utf8JsonWriter(buffer, writerOptions))
    {
        Details(json, id, "Active", profile, name, "Customer", now, now, 1);
    }
    return Results.Bytes(buffer.WrittenMemory.ToArray(), "application/json; charset=utf-8");

    void Execute(string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        }
        command.ExecuteNonQuery();
    }
});
app.Run();

SqliteConnection Open()
{
    var connection = new SqliteConnection(connectionString);
    connection.Open();
    return connection;
}

IResult Answer(string sql, byte[]? key, Action<SqliteDataReader, Utf8JsonWriter> write)
{
    using var connection = Open();
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    if (key is not null)
    {
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$end", (byte[])[.. key, 0xFF]);
    }
    using var reader = command.ExecuteReader();
    var buffer = new ArrayBufferWriter<byte>(1024);
    using (var json = new Utf8JsonWriter(buffer, writerOptions))
    {
        write(reader, json);
    }
    return Results.Bytes(buffer.WrittenMemory.ToArray(), "application/json; charset=utf-8");
}

// The body with every member that a stored profile has, in its order.
static string Profile(JsonElement body)
{
    var buffer = new ArrayBufferWriter<byte>(1024);
    using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
    {
        json.WriteStartObject();
        foreach (var member in (ReadOnlySpan<string>)["kind", "givenName", "familyName", "organisationName", "preferredName", "pronunciation", "honorific", "formality"])
        {
            json.WriteString(member, body.TryGetProperty(member, out var value) ? value.GetString() : null);
        }
        json.WriteStartArray("contactPoints");
        foreach (var point in body.GetProperty("contactPoints").EnumerateArray())
        {
            json.WriteStartObject();
            json.WriteString("kind", point.GetProperty("kind").GetString());
            json.WriteString("value", point.GetProperty("value").GetString());
            json.WriteNull("label");
            json.WriteBoolean("primary", true);
            json.WriteString("normalized", point.GetProperty("value").GetString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNull("language");
        json.WriteNull("timeZone");
        json.WritePropertyName("tags");
        body.GetProperty("tags").WriteTo(json);
        json.WriteStartObject("attributes");
        json.WriteEndObject();
        json.WriteNull("ownerId");
        json.WriteNull("externalId");
        json.WriteEndObject();
    }
    return Encoding.UTF8.GetString(buffer.WrittenSpan);
}

static void WriteDetails(SqliteDataReader reader, Utf8JsonWriter json)
{
    if (reader.Read())
    {
        Details(json, (byte[])reader[0], reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt32(7));
    }
}

static void Details(Utf8JsonWriter json, byte[] id, string state, string profile, string name, string lifecycle, long created, long updated, int version)
{
    using var known = JsonDocument.Parse(profile);
    json.WriteStartObject();
    json.WriteString("id", TypeId(id));
    json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(state));
    json.WriteString("displayName", name);
    json.WriteString("salutation", name + " گرامی");
    json.WriteNull("doNotContact");
    json.WriteString("lifecycle", JsonNamingPolicy.CamelCase.ConvertName(lifecycle));
    json.WriteNull("survivorId");
    json.WriteString("createdAt", Instant(created));
    json.WriteString("updatedAt", Instant(updated));
    json.WriteNumber("version", version);
    foreach (var member in known.RootElement.EnumerateObject())
    {
        member.WriteTo(json);
    }
    json.WriteEndObject();
}

static void WritePage(SqliteDataReader reader, Utf8JsonWriter json)
{
    json.WriteStartObject();
    json.WriteStartArray("data");
    for (var rows = 0; rows < 50 && reader.Read(); rows++)
    {
        using var known = JsonDocument.Parse(reader.GetString(2));
        json.WriteStartObject();
        json.WriteString("id", TypeId((byte[])reader[0]));
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(reader.GetString(1)));
        json.WriteString("kind", known.RootElement.GetProperty("kind").GetString());
        json.WriteString("displayName", reader.GetString(3));
        json.WriteString("lifecycle", JsonNamingPolicy.CamelCase.ConvertName(reader.GetString(4)));
        foreach (var member in (ReadOnlySpan<string>)["ownerId", "externalId", "contactPoints", "tags"])
        {
            json.WritePropertyName(member);
            known.RootElement.GetProperty(member).WriteTo(json);
        }
        json.WriteString("createdAt", Instant(reader.GetInt64(5)));
        json.WriteString("updatedAt", Instant(reader.GetInt64(6)));
        json.WriteNumber("version", reader.GetInt32(7));
        json.WriteEndObject();
    }
    json.WriteEndArray();
    json.WriteNull("next");
    json.WriteNull("count");
    json.WriteEndObject();
}

static void WriteBriefing(SqliteDataReader reader, Utf8JsonWriter json)
{
    json.WriteStartObject();
    reader.Read();
    json.WriteString("customerId", TypeId((byte[])reader[0]));
    using (var known = JsonDocument.Parse(reader.GetString(1)))
    {
        foreach (var member in (ReadOnlySpan<string>)["kind", "preferredName", "honorific", "pronunciation", "formality", "language", "timeZone"])
        {
            json.WritePropertyName(member);
            known.RootElement.GetProperty(member).WriteTo(json);
        }
    }
    json.WriteString("displayName", reader.GetString(2));
    json.WriteString("lifecycle", JsonNamingPolicy.CamelCase.ConvertName(reader.GetString(3)));
    json.WriteString("owner", Text(5));
    json.WriteString("knownSince", Instant(Math.Min(reader.GetInt64(4), reader.IsDBNull(6) ? long.MaxValue : reader.GetInt64(6))));
    json.WriteNumber("contactsInLast30Days", reader.GetInt32(7));
    json.WriteString("plan", Text(8));
    json.WriteBoolean("complaintOpen", reader.GetBoolean(9));
    foreach (var (list, columns) in (ReadOnlySpan<(string, string[])>)[
        ("contacts", ["interactionId", "channel", "direction", "startedAt", "subject", "emotionAtStart", "emotionAtEnd", "outcome", "staffId", "staff", "followUpOn"]),
        ("records", ["id", "kind", "text", "date", "expectedFrom", "expectedTo", "who", "at"])])
    {
        reader.NextResult();
        json.WriteStartArray(list);
        while (reader.Read())
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is "interactionId" or "staffId" or "id")
                {
                    json.WriteString(columns[i], reader.IsDBNull(i) ? null : TypeId((byte[])reader[i]));
                }
                else
                {
                    json.WriteString(columns[i], columns[i] is "startedAt" or "at" ? Instant(reader.GetInt64(i)) : Text(i));
                }
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
    json.WriteEndObject();

    string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
}

static string Instant(long milliseconds) =>
    DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

static string TypeId(byte[] id)
{
    var bits = BinaryPrimitives.ReadUInt128BigEndian(id);
    return "customer_" + string.Create(26, bits, static (text, bits) =>
    {
        for (var i = 25; i >= 0; i--, bits >>= 5)
        {
            text[i] = "0123456789abcdefghjkmnpqrstvwxyz"[(int)(uint)(bits & 31)];
        }
    });
}
