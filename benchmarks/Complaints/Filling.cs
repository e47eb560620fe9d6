using System.Globalization;
using System.Text.Json;
using Crm.Domain.Complaints;
using Microsoft.Data.Sqlite;

namespace Complaints;

/// <summary>Many complaints, spread over a year, and what the product would have booked of them.</summary>
internal static class Filling
{
    public const int Owners = 50;
    private static readonly string[] Channels = ["web", "phone", "email", "chat", "post", "inPerson", "social", "kiosk"];
    private static readonly string[] Severities = ["low", "medium", "high", "critical"];

    public static void Fill(string file, int count)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000;");
        var indexes = Read(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Complaints' AND sql IS NOT NULL");
        foreach (var name in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Complaints' AND sql IS NOT NULL"))
        {
            Run(connection, $"DROP INDEX \"{name}\"");
        }
        var owners = Read(connection, "SELECT hex(Id) FROM Staff ORDER BY Id").ConvertAll(Convert.FromHexString);
        var books = new Dictionary<(FigureDimension, int, string), Figures>();
        using (var transaction = connection.BeginTransaction())
        {
            Complaints(connection, transaction, owners, books, count);
            Cells(connection, transaction, books);
            transaction.Commit();
        }
        foreach (var index in indexes)
        {
            Run(connection, index);
        }
        Run(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static void Complaints(SqliteConnection connection, SqliteTransaction transaction, List<byte[]> owners, Dictionary<(FigureDimension, int, string), Figures> books, int count)
    {
        string[] changed = ["Id", "Reference", "TrackingKey", "ReceivedOn", "ReceivedAt", "CreatedAt", "Channel", "Category", "OwnerId", "Severity", "CauseCode", "Stage", "ResolvedAt", "FirstResolvedAt",
            "FirstContactAt", "Unanswered", "Booked"];
        var columns = Read(connection, "SELECT name FROM pragma_table_info('Complaints')");
        var picked = columns.Select(c => changed.Contains(c) ? "$" + c : $"\"{c}\"");
        using var insert = connection.CreateCommand();
        (insert.Transaction, insert.CommandText) = (transaction,
            $"INSERT INTO Complaints ({string.Join(',', columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(',', picked)} FROM Complaints WHERE rowid = (SELECT min(rowid) FROM Complaints)");
        foreach (var column in changed)
        {
            insert.Parameters.AddWithValue("$" + column, "");
        }
        var (random, today) = (new Random(7), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        for (var i = 0; i < count; i++)
        {
            var day = today.AddDays(-random.Next(365));
            var received = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(random.Next(1200));
            var (contact, resolved) = (Lasting(random, 2 * 3600), random.Next(10) > 0 ? Lasting(random, 40 * 3600) : (double?)null);
            var owner = random.Next(owners.Count);
            var cause = resolved is null ? "" : "cause-" + random.Next(40);
            var figures = new Figures().Count(Figure.Received).Count(Figure.Contact + LogScale.StepOf(contact));
            if (resolved is { } time)
            {
                figures.Count(Figure.Resolved).Count(Figure.Resolution + LogScale.StepOf(time)).Count(Figure.HelpCompleted, 5).Count(Figure.HelpRequired, 6)
                    .Count(Figure.Expectation + (random.Next(4) == 0 ? "exceeded" : "met")).Count(Figure.ClosedConfirmed);
                if (random.Next(3) == 0)
                {
                    figures.Count($"{Figure.Remedy}refund:IRR:{LogScale.StepOf(Lasting(random, 500_000))}");
                }
            }
            else
            {
                figures.Count(Figure.Unanswered);
            }
            var booked = new BookedFigures(
                day, "category-" + random.Next(20), Channels[random.Next(Channels.Length)], new Crm.Domain.Id<Crm.Domain.Staff.StaffMember>(new Guid(owners[owner], true)).ToString(), cause,
                Severities[random.Next(4)], figures.ToString());
            foreach (var change in FigureChange.Between(null, booked))
            {
                var key = (change.Dimension, change.Period, change.Value);
                (books.TryGetValue(key, out var cell) ? cell : books[key] = new()).Add(change.Change);
            }
            var at = received.ToUnixTimeMilliseconds();
            object[] values =
            [
                Crm.Domain.UuidV7.Next(received).ToByteArray(true), "R" + i.ToString("D9", CultureInfo.InvariantCulture), BitConverter.GetBytes((long)i), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                at, at, Upper(booked.Channel), booked.Category, owners[owner], Upper(booked.Severity), cause.Length > 0 ? cause : DBNull.Value, resolved is null ? "Acknowledged" : "ClosedConfirmed",
                resolved is { } r ? at + (long)(1000 * r) : DBNull.Value, resolved is { } f ? at + (long)(1000 * f) : DBNull.Value, at + (long)(1000 * contact), resolved is null,
                JsonSerializer.Serialize(booked, JsonSerializerOptions.Web),
            ];
            for (var p = 0; p < values.Length; p++)
            {
                insert.Parameters[p].Value = values[p];
            }
            insert.ExecuteNonQuery();
        }
    }

    private static void Cells(SqliteConnection connection, SqliteTransaction transaction, Dictionary<(FigureDimension, int, string), Figures> books)
    {
        using var insert = connection.CreateCommand();
        (insert.Transaction, insert.CommandText) = (transaction,
            "INSERT OR REPLACE INTO ComplaintCells (TenantId, Dimension, Period, Value, Counts) SELECT TenantId, $d, $p, $v, $c FROM Complaints WHERE rowid = (SELECT min(rowid) FROM Complaints)");
        foreach (var ((dimension, period, value), figures) in books)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$d", dimension.ToString());
            insert.Parameters.AddWithValue("$p", period);
            insert.Parameters.AddWithValue("$v", System.Text.Encoding.UTF8.GetBytes(value));
            insert.Parameters.AddWithValue("$c", JsonSerializer.Serialize(new { text = figures.ToString() }));
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Most last about so long, some much longer and some much shorter.</summary>
    private static double Lasting(Random random, double middle) =>
        Math.Max(1, middle * Math.Exp(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }
        return found;
    }
}
