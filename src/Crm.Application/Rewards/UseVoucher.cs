using Crm.Domain;
using Crm.Domain.Rewards;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>A voucher that is shown.</summary>
/// <param name="Code">Its code, in small or capital letters, with or without hyphens; at most 40 characters.</param>
public sealed record UseVoucher(string Code) : ICommand<RedemptionDetails>, IHandledAgain
{
    public static readonly UseVoucher Example = new("7Q2M4ZD-0A8R3KT-V5N6WYB-1CEGH");
}

internal sealed class UseVoucherValidator : AbstractValidator<UseVoucher>
{
    public UseVoucherValidator() => RuleFor(x => x.Code).NotEmpty().MaximumLength(VoucherCode.MaxLength);
}

internal sealed class UseVoucherHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<UseVoucher, RedemptionDetails>
{
    public async Task<Result<RedemptionDetails>> Handle(UseVoucher command, CancellationToken ct)
    {
        var key = VoucherCode.KeyOf(command.Code);
        if (await db.Redemptions.FirstOrDefaultAsync(r => r.VoucherKey == key, ct) is not { } redemption)
        {
            return RedemptionErrors.VoucherUnknown;
        }
        return redemption.Fulfil(byVoucher: true, clock.GetUtcNow()).Failed(out var error) ? error : RedemptionDetails.Of(redemption);
    }
}
