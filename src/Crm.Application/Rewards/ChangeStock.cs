using Crm.Domain;
using Crm.Domain.Rewards;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>A change of how many of a reward there are.</summary>
/// <param name="Change">How many came, or went where it is below zero; up to 1,000,000,000 either way.</param>
public sealed record StockBody(long Change)
{
    public static readonly StockBody Example = new(20);
}

public sealed record ChangeStock(RewardId Id, StockBody Body) : ICommand<StockLeft>, IHandledAgain;

internal sealed class StockBodyValidator : AbstractValidator<StockBody>
{
    public StockBodyValidator() => RuleFor(x => x.Change).InclusiveBetween(-RewardStock.MaxChange, RewardStock.MaxChange);
}

internal sealed class ChangeStockHandler(ICrmDb db, IValidator<StockBody> validator) : ICommandHandler<ChangeStock, StockLeft>
{
    public async Task<Result<StockLeft>> Handle(ChangeStock command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var known = await db.Rewards.Where(r => r.Id == command.Id)
            .Select(r => new { Left = db.RewardStocks.Where(s => s.RewardId == r.Id).Select(s => (long?)s.Left).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        if (known is null)
        {
            return Error.NotFound<Reward>();
        }
        var left = (known.Left ?? 0) + command.Body.Change;
        if (left < 0)
        {
            return RewardErrors.StockNegative;
        }
        if (known.Left is null)
        {
            db.RewardStocks.Add(new() { RewardId = command.Id, Left = left });
        }
        else
        {
            db.MoveStock(command.Id, command.Body.Change, RewardErrors.StockNegative);
        }
        return new StockLeft(command.Id, left);
    }
}

internal static class Stocks
{
    /// <summary>
    /// Counts in the transaction of the save, and takes it back where fewer are left than are wanted: whoever comes second sees what the first one left, and nobody waits for a version. A
    /// reward without a stock never runs out.
    /// </summary>
    public static void MoveStock(this ICrmDb db, RewardId id, long change, Error refusal) => db.AskInTurn($"stock {id}", async ct =>
    {
        var moved = await db.RewardStocks.Where(s => s.RewardId == id && s.Left + change >= 0).ExecuteUpdateAsync(s => s.SetProperty(x => x.Left, x => x.Left + change), ct);
        return moved == 1 || !await db.RewardStocks.AnyAsync(s => s.RewardId == id, ct) ? Result.Done : refusal;
    });
}
