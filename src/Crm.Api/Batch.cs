using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Application;
using Crm.Domain;

namespace Crm.Api;

/// <summary>Several requests in one. Each is its own unit of work: what is wrong with one harms no other.</summary>
/// <param name="Items">The requests, 1 to 200, each as it would be sent alone.</param>
[JsonConverter(typeof(BatchConverterFactory))]
public sealed record Batch<TItem>(IReadOnlyList<TItem> Items)
{
    public const int MaxItems = 200;

    /// <summary>For each item why it could not be read; null where it could.</summary>
    internal IReadOnlyList<Error?> Unreadable { get; init; } = [];

    /// <summary>A batch of the one item that its own type shows.</summary>
    public static Batch<TItem>? Example => Examples<TItem>.Of is { } item ? new([item]) : null;
}

/// <summary>What became of each item of a batch.</summary>
/// <param name="Succeeded">How many items were done.</param>
/// <param name="Failed">How many were refused.</param>
/// <param name="Items">An answer for each item, in the order of the request.</param>
public sealed record BatchAnswer<TAnswer>(int Succeeded, int Failed, IReadOnlyList<BatchItemAnswer<TAnswer>> Items) where TAnswer : notnull
{
    /// <summary>The answer to a batch of one.</summary>
    public static BatchAnswer<TAnswer>? Example =>
        Examples<TAnswer>.Of is { } body ? new(1, 0, [new(0, StatusCodes.Status201Created, body, null)]) : null;
}

/// <summary>What became of one item.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Status">The HTTP status that it would have had alone.</param>
/// <param name="Body">The answer, where it was done.</param>
/// <param name="Problem">The refusal, where it was not.</param>
public sealed record BatchItemAnswer<TAnswer>(int Index, int Status, TAnswer? Body, Problem? Problem) where TAnswer : notnull;

/// <summary>The example that stands with a type.</summary>
file static class Examples<T>
{
    public static T? Of => (T?)typeof(T).GetField("Example", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
}

/// <summary>Runs batches. Every feature that takes one has the same limits, answers and idempotency.</summary>
internal sealed class Batches(IServiceScopeFactory scopes, ILogger<FailureHandling> log)
{
    /// <summary>How many items run at once. On the embedded store their writes share commits.</summary>
    public const int AtOnce = 8;

    public static readonly Error SizeInvalid = new Error(ErrorKind.Invalid, "batch_size_invalid", "A batch has 1 to 200 items.").About("/items");

    /// <summary>
    /// Sends each item on its own, at most <paramref name="atOnce"/> at a time. With an Idempotency-Key each item is kept under key and index, so a repeated
    /// batch does what is missing and nothing twice.
    /// </summary>
    public async Task<IResult> Run<TItem, TAnswer>(
        HttpContext http, Batch<TItem> batch, int status, Func<TItem, ICommand<TAnswer>> command, int atOnce = AtOnce)
        where TAnswer : notnull
    {
        if (batch.Items.Count is 0 or > Batch<TItem>.MaxItems)
        {
            return await Task.FromResult<Result<BatchAnswer<TAnswer>>>(SizeInvalid).Ok();
        }
        var caller = http.RequestServices.GetRequiredService<Caller>();
        var answers = new BatchItemAnswer<TAnswer>[batch.Items.Count];
        var replayed = 0;
        // An item that was begun is finished even if the caller went away, like any other write; the others are not begun any more.
        await Parallel.ForEachAsync(Enumerable.Range(0, answers.Length), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = http.RequestAborted },
            async (index, ct) =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var own = scope.ServiceProvider.GetRequiredService<Caller>();
                own.BecomeLike(caller, OfItem(caller.Idempotent, index));
                var result = batch.Unreadable[index] is { } unreadable
                    ? unreadable
                    : await Send(http, scope.ServiceProvider.GetRequiredService<Dispatcher>(), command(batch.Items[index]), ct);
                answers[index] = result.Failed(out var error, out var answer)
                    ? new(index, Problems.StatusOf(error), default, Problems.Of(http, error))
                    : new(index, status, answer, null);
                if (own.Replayed)
                {
                    Interlocked.Increment(ref replayed);
                }
            });
        caller.Replayed = replayed == answers.Length;
        var failed = answers.Count(a => a.Problem is not null);
        return await Task.FromResult<Result<BatchAnswer<TAnswer>>>(new BatchAnswer<TAnswer>(answers.Length - failed, failed, answers)).Ok();
    }

    private async Task<Result<TAnswer>> Send<TAnswer>(HttpContext http, Dispatcher send, ICommand<TAnswer> command, CancellationToken ct)
    {
        try
        {
            return await send.Send(command, ct);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException) // a failure of one item is that item's answer
        {
            return FailureHandling.Of(http, thrown, log);
        }
    }

    private static IdempotentRequest? OfItem(IdempotentRequest? whole, int index) =>
        whole is null ? null : whole with
        {
            KeyHash = SHA256.HashData([.. whole.KeyHash, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $":{index}"))]),
        };
}

/// <summary>Reads each item on its own, so that one that is no request of its kind is refused alone.</summary>
internal sealed class BatchConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(BatchConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class BatchConverter<TItem> : JsonConverter<Batch<TItem>>
    {
        public override Batch<TItem> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var whole = JsonSerializer.Deserialize<Whole>(ref reader, options)!;
            var items = new List<TItem>(whole.Items.Count);
            var unreadable = new List<Error?>(whole.Items.Count);
            // What is too much is refused as a whole, without being read.
            foreach (var element in whole.Items.Count > Batch<TItem>.MaxItems ? [] : whole.Items)
            {
                var (item, error) = ReadItem(element, options);
                items.Add(item!);
                unreadable.Add(error);
            }
            return new Batch<TItem>(items) { Unreadable = unreadable };
        }

        private static (TItem? Item, Error? Error) ReadItem(JsonElement element, JsonSerializerOptions options)
        {
            try
            {
                return element.ValueKind == JsonValueKind.Object
                    ? (element.Deserialize<TItem>(options), null)
                    : (default, Error.Invalid([new("", "type_invalid", "The value is not of the documented type.")]));
            }
            catch (JsonException wrong)
            {
                return (default, WireErrors.Of(wrong));
            }
        }

        public override void Write(Utf8JsonWriter writer, Batch<TItem> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new { items = value.Items }, options);
    }

    private sealed record Whole(IReadOnlyList<JsonElement> Items);
}
