using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What every step of a complaint does: looks at its body, loads the complaint, asks it, and leaves the record of the step behind.</summary>
internal sealed class PracticeSteps(ICrmDb db, Caller caller, TimeProvider clock, PracticeClocks clocks)
{
    public Task<Result<ComplaintDetails>> Take(ComplaintId id, Func<Complaint, DateTimeOffset, Result> step, CancellationToken ct) =>
        Take(id, default, (loaded, now) => Task.FromResult(step(loaded.Complaint, now)), ct);

    public async Task<Result<ComplaintDetails>> Take<TBody>(
        IValidator<TBody> validator, TBody body, ComplaintId id, Func<Complaint, DateTimeOffset, Result> step, CancellationToken ct) =>
        Validation.Check(validator, body) is { } invalid ? invalid : await Take(id, step, ct);

    /// <summary>A step that has to ask for more before it asks the complaint.</summary>
    public async Task<Result<ComplaintDetails>> Take<TBody>(
        IValidator<TBody> validator, TBody body, ComplaintId id, Func<LoadedComplaint, DateTimeOffset, Task<Result>> step, CancellationToken ct) =>
        Validation.Check(validator, body) is { } invalid ? invalid : await Take(id, default, step, ct);

    public async Task<Result<ComplaintDetails>> Take(ComplaintId id, IfMatch ifMatch, Func<LoadedComplaint, DateTimeOffset, Task<Result>> step, CancellationToken ct)
    {
        if ((await db.Load(id, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        if (!ifMatch.Allows(loaded.Complaint.Version))
        {
            return Error.Stale;
        }
        var now = clock.GetUtcNow();
        if ((await step(loaded, now)).Failed(out error))
        {
            return error;
        }
        if (loaded.Complaint.Added.Count > 0)
        {
            db.OnlyWhileActive(loaded.Complaint.CustomerId);
            db.Record(loaded.Complaint, caller, now);
            await clocks.Follow(loaded.Complaint, ct);
        }
        return ComplaintDetails.Of(loaded, now);
    }
}
