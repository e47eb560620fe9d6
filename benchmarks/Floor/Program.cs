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
var writerOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

app.MapGet("/get/{id}", (string id) => Answer($"SELECT {Row} FROM Customers c WHERE c.TenantId = 1 AND c.Id = $key", Convert.FromHexString(id), WriteDetails));
app.MapGet("/list", () => Answer($"SELECT {Row} FROM Customers c WHERE c.TenantId = 1 AND c.State = 'Active' ORDER BY c.Id DESC LIMIT 51", null, WritePage));
app.MapGet("/search/{word}", (string word) => Answer(
    $"SELECT {Row} FROM CustomerTerms t JOIN Customers c ON c.TenantId = t.TenantId AND c.Id = t.CustomerId "
    + "WHERE t.TenantId = 1 AND t.Term >= $key AND t.Term < $end AND c.State = 'Active' ORDER BY t.Term, t.CustomerId LIMIT 51",
    Encoding.UTF8.GetBytes("w" + word), WritePage));
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
