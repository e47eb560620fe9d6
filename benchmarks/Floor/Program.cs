// What the product is measured against: the least that could answer the same bytes from an equal file. Raw ADO.NET, no checks, no tenants'
// walls, no audit; every write commits by itself.
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

var file = args[0];
var connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var app = builder.Build();

app.MapGet("/get/{id}", (string id) => Read("SELECT Details FROM Customers WHERE TenantId = 1 AND Id = $key", Convert.FromHexString(id)));
app.MapGet("/search/{word}", (string word) => ReadMany(
    "SELECT c.Row FROM Terms t JOIN Customers c ON c.TenantId = t.TenantId AND c.Id = t.CustomerId "
    + "WHERE t.TenantId = 1 AND t.Term >= $key AND t.Term < $end ORDER BY t.Term, t.CustomerId LIMIT 51", Encoding.UTF8.GetBytes("w" + word)));
app.MapGet("/list", () => ReadMany("SELECT Row FROM Customers WHERE TenantId = 1 ORDER BY Id DESC LIMIT 51", null));
app.MapPost("/create", async (HttpRequest request) =>
{
    using var body = new StreamReader(request.Body);
    var text = await body.ReadToEndAsync();
    using var connection = Open();
    using var command = connection.CreateCommand();
    command.CommandText = "INSERT INTO Customers (TenantId, Id, Details, Row) VALUES (1, $id, $details, $row)";
    command.Parameters.AddWithValue("$id", RandomNumberGenerator.GetBytes(16));
    command.Parameters.AddWithValue("$details", text);
    command.Parameters.AddWithValue("$row", "");
    command.ExecuteNonQuery();
    return Results.Text(text, "application/json", Encoding.UTF8, 201);
});
app.Run();

SqliteConnection Open()
{
    var connection = new SqliteConnection(connectionString);
    connection.Open();
    return connection;
}

IResult Read(string sql, byte[] key)
{
    using var connection = Open();
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    command.Parameters.AddWithValue("$key", key);
    return command.ExecuteScalar() is string text ? Results.Text(text, "application/json") : Results.NotFound();
}

IResult ReadMany(string sql, byte[]? key)
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
    var page = new StringBuilder("{\"data\":[");
    for (var rows = 0; reader.Read() && rows < 50; rows++)
    {
        page.Append(rows == 0 ? "" : ",").Append(reader.GetString(0));
    }
    return Results.Text(page.Append("],\"next\":null}").ToString(), "application/json");
}
