using Crm.Domain;
using Crm.Domain.Members;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

/// <summary>Points to be moved to another member of the household.</summary>
/// <param name="ToId">To whom.</param>
/// <param name="Points">How many, from 1.</param>
public sealed record TransferBody(MemberId ToId, long Points)
{
    public static readonly TransferBody Example = new(MemberId.Parse("member_01j00000000000000000000001", null), 50);
}

public sealed record TransferPoints(MemberId Id, TransferBody Body) : ICommand<LedgerEntryRow>, IHandledAgain;

internal sealed class TransferBodyValidator : AbstractValidator<TransferBody>
{
    public TransferBodyValidator() => RuleFor(x => x.Points).InclusiveBetween(1, Money.Most);
}

internal sealed class TransferPointsHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock, IValidator<TransferBody> validator)
    : ICommandHandler<TransferPoints, LedgerEntryRow>
{
    public async Task<Result<LedgerEntryRow>> Handle(TransferPoints command, CancellationToken ct)
    {
        var (body, now) = (command.Body, clock.GetUtcNow());
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        var both = await db.Members.WithOpenLots().Where(m => m.Id == command.Id || m.Id == body.ToId).ToListAsync(ct);
        if (both.Find(m => m.Id == command.Id) is not { } from)
        {
            return Error.NotFound<Member>();
        }
        if (both.Find(m => m.Id == body.ToId) is not { } to)
        {
            return MemberErrors.Unknown.About("/toId");
        }
        if ((from.MergedIntoId ?? to.MergedIntoId) is { } into)
        {
            return MemberErrors.Merged.With(into.ToString());
        }
        var (own, theirs) = (await ledgers.Of(from, ct), await ledgers.Of(to, ct));
        if (from.Transfer(own.Programme, to, body.Points, $"transfer:{LedgerEntryId.New(now)}", caller.StaffId, own.Rolling, theirs.Rolling, now).Failed(out var error, out var moved))
        {
            return error;
        }
        ledgers.Keep(moved.Own);
        ledgers.Keep(moved.Theirs);
        return LedgerEntryRow.Of(moved.Own.Entries.First(e => e.Kind == EntryKind.TransferOut));
    }
}
