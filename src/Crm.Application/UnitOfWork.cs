using System.Security.Cryptography;
using System.Text.Json;
using Crm.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Application;

/// <summary>
/// One command, one transaction, one save. A handler fetches and asks; this saves what it changed together with what follows from its
/// events and, where the request carries an Idempotency-Key, with its answer.
/// </summary>
internal sealed class UnitOfWork(Caller caller, TimeProvider clock, IServiceProvider services)
{
    /// <summary>As long as points and remedies need; one time for all is easier to know than two.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(72);
    private const int MostAttempts = 20;

    private readonly List<Action> afterwards = [];

    /// <summary>What this process does as soon as the change is saved, such as forgetting what it remembered.</summary>
    public void Afterwards(Action act) => afterwards.Add(act);

    /// <param name="again">Whether a command that another one overtook is handled again on what the record is now.</param>
    public async Task<Result<TAnswer>> Run<TAnswer>(IStore store, string command, Func<Task<Result<TAnswer>>> handle, CancellationToken ct, bool again = false)
    {
        using var activity = Telemetry.Activities.StartActivity(command);
        var started = clock.GetTimestamp();
        var result = await Execute(store, command, handle, again, ct);
        var outcome = result.Failed(out var error) ? error.Code : "done";
        Telemetry.Commands.Record(clock.GetElapsedTime(started).TotalSeconds, new("command", command), new("outcome", outcome));
        return result;
    }

    private async Task<Result<TAnswer>> Execute<TAnswer>(IStore store, string command, Func<Task<Result<TAnswer>>> handle, bool again, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await handle();
            if (result.Failed(out var error, out var answer))
            {
                return await Replay<TAnswer>(store, error, ct);
            }
            await Publish(store, ct);
            // From here on nothing may be interrupted: the caller went away, but what was begun is finished.
            if (!(await store.Save(command, Seal(answer), CancellationToken.None)).Failed(out var conflict))
            {
                afterwards.ForEach(act => act());
                return answer;
            }
            var lost = conflict.Code == RaceErrors.TurnLost.Code || (again && conflict.Code == RaceErrors.ConcurrentChange.Code);
            if (!lost || attempt == MostAttempts)
            {
                return await Replay<TAnswer>(store, conflict, ct);
            }
            store.StartAfresh();
        }
    }

    private async Task Publish(IStore store, CancellationToken ct)
    {
        while (store.TakeEvents() is { Count: > 0 } events)
        {
            foreach (var happened in events)
            {
                var contract = typeof(IEventHandler<>).MakeGenericType(happened.GetType());
                foreach (dynamic? handler in services.GetServices(contract))
                {
                    await handler!.Handle((dynamic)happened, ct);
                }
            }
        }
    }

    /// <summary>A refusal may only mean that the same request came first: then its answer is this one's.</summary>
    private async Task<Result<TAnswer>> Replay<TAnswer>(IStore store, Error otherwise, CancellationToken ct)
    {
        if (caller.Idempotent is not { } request
            || await store.FindAnswer(request.KeyHash, ct) is not { } stored
            || stored.ExpiresAt <= clock.GetUtcNow())
        {
            return otherwise;
        }
        if (!stored.RequestHash.AsSpan().SequenceEqual(request.RequestHash))
        {
            return IdempotencyErrors.KeyReused;
        }
        caller.Replayed = true;
        return JsonSerializer.Deserialize<TAnswer>(Open(stored.Answer, request.Secret), CrmJson.Stored)!;
    }

    private StoredAnswer? Seal<TAnswer>(TAnswer answer)
    {
        if (caller.Idempotent is not { } request)
        {
            return null;
        }
        var plain = JsonSerializer.SerializeToUtf8Bytes(answer, CrmJson.Stored);
        var sealedAnswer = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(sealedAnswer.AsSpan(0, 12));
        using var cipher = new AesGcm(request.Secret, 16);
        cipher.Encrypt(sealedAnswer.AsSpan(0, 12), plain, sealedAnswer.AsSpan(28), sealedAnswer.AsSpan(12, 16));
        return new StoredAnswer
        {
            KeyHash = request.KeyHash,
            RequestHash = request.RequestHash,
            Answer = sealedAnswer,
            ExpiresAt = clock.GetUtcNow() + Kept,
        };
    }

    private static byte[] Open(byte[] sealedAnswer, byte[] secret)
    {
        var plain = new byte[sealedAnswer.Length - 28];
        using var cipher = new AesGcm(secret, 16);
        cipher.Decrypt(sealedAnswer.AsSpan(0, 12), sealedAnswer.AsSpan(28), sealedAnswer.AsSpan(12, 16), plain);
        return plain;
    }
}

public static class IdempotencyErrors
{
    public static readonly Error KeyReused = new(ErrorKind.Invalid, "idempotency_key_reused",
        "This Idempotency-Key was used for another request. Send a new key with a new request.");

    public static readonly Error InProgress = new(ErrorKind.Conflict, "idempotency_in_progress",
        "The first request with this Idempotency-Key is still running. Repeat this one in a moment.");
}

public static class RaceErrors
{
    /// <summary>Another process took the number that this command was about to take. Not seen outside unless that happens many times over.</summary>
    public static readonly Error TurnLost = new(ErrorKind.Conflict, "turn_lost", "Others were faster, again and again. Repeat the request.");

    public static readonly Error ConcurrentChange = new(ErrorKind.Conflict, "concurrent_change",
        "The record was changed by another request at the same moment. Repeat this one.");
}
