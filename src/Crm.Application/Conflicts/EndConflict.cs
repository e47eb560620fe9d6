using Crm.Domain;

namespace Crm.Application.Conflicts;

/// <summary>The end of a conflict of interest.</summary>
/// <param name="UntilOn">The last day on which it counts, not before its first; the present day where the tenant is where absent.</param>
public sealed record ConflictEndBody(DateOnly? UntilOn = null)
{
    public static readonly ConflictEndBody Example = new(new DateOnly(2026, 9, 30));
}

public sealed record EndConflict(ConflictId Id, ConflictEndBody Body) : ICommand<ConflictDetails>;

internal sealed class EndConflictHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<EndConflict, ConflictDetails>
{
    public async Task<Result<ConflictDetails>> Handle(EndConflict command, CancellationToken ct) =>
        (await db.DeclaredConflicts.SeenBy(caller).Load(command.Id, default, ct)).Failed(out var error, out var conflict)
            || conflict.End(command.Body.UntilOn ?? caller.Today(clock), clock.GetUtcNow()).Failed(out error)
            ? error
            : ConflictDetails.Of(conflict);
}
