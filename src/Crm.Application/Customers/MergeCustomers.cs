using System.Collections.Frozen;
using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>Which record to merge into this one, and what to keep where the two differ (S3-DB-1).</summary>
/// <param name="LoserId">The record that becomes a tombstone and leads to this one.</param>
/// <param name="LoserVersion">The version of that record which the merge is based on; any where absent.</param>
/// <param name="Choices">Whose value to keep, by the name of a member that both have: givenName, language, externalId and so on, or attributes. and a key. The survivor's where absent.</param>
/// <param name="DryRun">Whether to answer what the merge would do and leave everything as it is.</param>
public sealed record MergeBody(CustomerId LoserId, int? LoserVersion = null, IReadOnlyDictionary<string, MergeSide>? Choices = null, bool DryRun = false)
{
    public const int MaxChoices = 120;

    public static readonly MergeBody Example = new(
        CustomerId.Parse("customer_01j00000000000000000000001", null), null, new Dictionary<string, MergeSide>(StringComparer.Ordinal) { ["language"] = MergeSide.Loser });
}

public sealed record MergeCustomers(CustomerId Id, MergeBody Body, IfMatch IfMatch) : ICommand<MergeReport>;

/// <summary>What a merge did, or would do.</summary>
/// <param name="MergeId">The merge, to be named when it is to be undone; null after a dry run.</param>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="Customer">The survivor as it is after the merge.</param>
/// <param name="LoserId">The record that leads to it.</param>
/// <param name="Conflicts">The members of which both records have a value, with the one that was chosen.</param>
/// <param name="Moves">How many rows of each table belong to the survivor now and did not before.</param>
/// <param name="UndoUntil">Until when the merge can be undone; null after a dry run.</param>
public sealed record MergeReport(
    CustomerMergeId? MergeId, bool DryRun, CustomerDetails Customer, CustomerId LoserId, IReadOnlyList<MergeConflict> Conflicts,
    IReadOnlyDictionary<string, int> Moves, DateTimeOffset? UndoUntil) : IVersioned
{
    int IVersioned.Version => Customer.Version;

    public static readonly MergeReport Example = new(
        CustomerMergeId.Parse("merge_01j00000000000000000000002", null), false, CustomerDetails.Example, MergeBody.Example.LoserId,
        [new("language", "fa-IR", "en", MergeSide.Loser)], new Dictionary<string, int>(StringComparer.Ordinal) { ["lifecycleChanges"] = 1, ["timelineEntries"] = 4 },
        DateTimeOffset.UnixEpoch.AddYears(57));
}

internal sealed class MergeCustomersValidator : AbstractValidator<MergeCustomers>
{
    public MergeCustomersValidator()
    {
        RuleFor(x => x.Body.Choices).AtMost(MergeBody.MaxChoices).OverridePropertyName("Choices");
        RuleFor(x => x.Body.LoserVersion).GreaterThan(0).OverridePropertyName("LoserVersion");
    }
}

internal sealed class MergeCustomersHandler(ICrmDb db, ICustomerRows rows, Caller caller, TimeProvider clock) : ICommandHandler<MergeCustomers, MergeReport>
{
    public async Task<Result<MergeReport>> Handle(MergeCustomers command, CancellationToken ct)
    {
        var body = command.Body;
        // What is not tracked is not saved.
        var customers = body.DryRun ? db.Customers.AsNoTracking() : db.Customers;
        if ((await customers.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var survivor))
        {
            return error;
        }
        var loser = body.LoserId == survivor.Id ? survivor : await customers.FirstOrDefaultAsync(c => c.Id == body.LoserId && c.State != CustomerState.Deleted, ct);
        if (loser is null)
        {
            return CustomerErrors.LoserUnknown.About("/loserId");
        }
        if (body.LoserVersion is { } version && version != loser.Version)
        {
            return Error.Stale.About("/loserVersion");
        }
        var now = clock.GetUtcNow();
        var choices = body.Choices ?? FrozenDictionary<string, MergeSide>.Empty;
        if (survivor.Absorb(loser, choices, caller.StaffId, now).Failed(out error, out var merged))
        {
            return error;
        }
        var moves = await rows.CountMoves(loser.Id, survivor.Id, ct);
        if (body.DryRun)
        {
            return new MergeReport(null, true, CustomerDetails.Of(survivor, caller.Tenant.Settings), loser.Id, merged.Conflicts, moves, null);
        }
        db.CustomerMerges.Add(merged.Merge);
        rows.Move(merged.Merge.Id, loser.Id, survivor.Id);
        db.Timeline.Add(CustomerTimeline.Entry(survivor.Id, "customer.merged", merged.Merge.Id.ToString(), caller, now));
        return new MergeReport(merged.Merge.Id, false, CustomerDetails.Of(survivor, caller.Tenant.Settings), loser.Id, merged.Conflicts, moves, now + CustomerMerge.Window);
    }
}

internal static class CustomerTimeline
{
    public static TimelineEntry Entry(CustomerId customer, string type, string? resourceId, Caller caller, DateTimeOffset now) =>
        new() { Id = UuidV7.Next(now), CustomerId = customer, At = now, Type = type, ResourceId = resourceId, By = caller.StaffId };
}
