using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>Which merge to undo: name the merge or the record that was merged into this one.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="LoserId">The record that lost its place by it; its latest merge into this one is undone.</param>
public sealed record UnmergeBody(CustomerMergeId? MergeId = null, CustomerId? LoserId = null)
{
    public static readonly UnmergeBody Example = new(CustomerMergeId.Parse("merge_01j00000000000000000000002", null));
}

public sealed record UnmergeCustomers(CustomerId Id, UnmergeBody Body) : ICommand<UnmergeReport>;

/// <summary>Two customers again.</summary>
/// <param name="MergeId">The merge that was undone.</param>
/// <param name="Survivor">The record that had taken the other in; what was edited since the merge stays edited.</param>
/// <param name="Loser">The record that is in use again, as it was before the merge.</param>
public sealed record UnmergeReport(CustomerMergeId MergeId, CustomerDetails Survivor, CustomerDetails Loser)
{
    public static readonly UnmergeReport Example = new(MergeReport.Example.MergeId!.Value, CustomerDetails.Example, CustomerDetails.Example with { Id = MergeBody.Example.LoserId });
}

internal sealed class UnmergeCustomersValidator : AbstractValidator<UnmergeCustomers>
{
    public UnmergeCustomersValidator() =>
        RuleFor(x => x.Body).Must(b => b.MergeId is null != b.LoserId is null).OverridePropertyName("MergeId")
            .Code("merge_ambiguous", "Name either the merge or the loser.");
}

internal sealed class UnmergeCustomersHandler(ICrmDb db, ICustomerRows rows, Caller caller, TimeProvider clock) : ICommandHandler<UnmergeCustomers, UnmergeReport>
{
    public async Task<Result<UnmergeReport>> Handle(UnmergeCustomers command, CancellationToken ct)
    {
        if ((await db.Customers.Load(command.Id, default, ct)).Failed(out var error, out var survivor))
        {
            return error;
        }
        var (mergeId, loserId) = command.Body;
        var merge = await db.CustomerMerges.Where(m => m.SurvivorId == survivor.Id && (mergeId == null || m.Id == mergeId) && (loserId == null || m.LoserId == loserId))
            .OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct);
        if (merge is null)
        {
            return Error.NotFound<CustomerMerge>();
        }
        var loser = await db.Customers.FirstAsync(c => c.Id == merge.LoserId, ct);
        var now = clock.GetUtcNow();
        var (before, after) = (merge.SurvivorBefore, merge.SurvivorAfter);
        if (survivor.Release(merge, loser, now).Failed(out error))
        {
            return error;
        }
        foreach (var later in await db.CustomerMerges.Where(m => m.SurvivorId == survivor.Id && m.Id > merge.Id && m.UndoneAt == null).ToListAsync(ct))
        {
            later.Forget(before!, after!, now);
        }
        rows.MoveBack(merge.Id, loser.Id, survivor.Id);
        db.Timeline.Add(CustomerTimeline.Entry(survivor.Id, "customer.unmerged", merge.Id.ToString(), caller, now));
        db.Timeline.Add(CustomerTimeline.Entry(loser.Id, "customer.unmerged", merge.Id.ToString(), caller, now));
        return new UnmergeReport(merge.Id, CustomerDetails.Of(survivor, caller.Tenant.Settings), CustomerDetails.Of(loser, caller.Tenant.Settings));
    }
}
