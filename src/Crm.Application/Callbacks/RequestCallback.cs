using Crm.Application.Customers;
using Crm.Application.Interactions;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Commitments;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Work;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>A customer to be called back (S2-CALLBACK-1).</summary>
/// <param name="CustomerId">Whom to call.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="From">From when on to call; now where absent.</param>
/// <param name="To">Until when to call: after from, in the future, within 60 days and at most 14 days after from. Give this or within.</param>
/// <param name="Within">How much time there is from now on in place of from and to: an ISO 8601 duration above zero and up to P14D, as in PT4H, of all time.</param>
/// <param name="TimeZone">IANA time zone in which the customer reads the window; the customer's where absent, or else the tenant's.</param>
/// <param name="Number">The number to call, in any spelling and script, of the tenant's country unless it has a country code; the customer's telephone of first choice where absent. At most 50 characters.</param>
/// <param name="Priority">How soon it wants to be made among others; normal where absent.</param>
/// <param name="OwnerId">The active member of staff who makes it; the caller's own where absent, and where the credential acts for nobody whoever has the least to do.</param>
/// <param name="Origin">Where it comes from; requested where absent.</param>
/// <param name="InteractionId">The contact with this customer from which it comes.</param>
/// <param name="ExternalId">Your own key for it, unique in the tenant; at most 100 characters.</param>
public sealed record RequestCallback(
    CustomerId CustomerId, string Reason, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Within = null, string? TimeZone = null, string? Number = null,
    Priority? Priority = null, StaffId? OwnerId = null, CallbackOrigin? Origin = null, InteractionId? InteractionId = null, string? ExternalId = null) : ICommand<CallbackDetails>
{
    public static readonly RequestCallback Example = new(
        CallbackDetails.ExampleCustomer, "Wants to know where the parcel is", Within: "PT4H", TimeZone: "Asia/Tehran", Number: "+98 21 8800 1234", OwnerId: CallbackDetails.ExampleStaff);
}

internal sealed class RequestCallbackValidator : AbstractValidator<RequestCallback>
{
    public RequestCallbackValidator()
    {
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Callback.ReasonMaxLength);
        this.Window(x => x.From, x => x.To, x => x.To, x => x.Within!);
        RuleFor(x => x.TimeZone).IanaTimeZone();
        RuleFor(x => x.Number).MaximumLength(Callback.NumberMaxLength);
        RuleFor(x => x.Priority).IsInEnum();
        RuleFor(x => x.Origin).IsInEnum();
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class RequestCallbackHandler(ICrmDb db, Caller caller, OpeningCallbacks callbacks) : ICommandHandler<RequestCallback, CallbackDetails>
{
    public async Task<Result<CallbackDetails>> Handle(RequestCallback command, CancellationToken ct)
    {
        var now = callbacks.Now();
        if (TelephoneNumbers.Read(command.Number, caller).Failed(out var error, out var number))
        {
            return error;
        }
        if (await Known(command, ct) is not { State: not CustomerState.Deleted } known)
        {
            return InteractionErrors.CustomerUnknown;
        }
        if (Refusal(command, known) is { } refusal)
        {
            return refusal;
        }
        if ((number ?? known.Profile.Phone()) is not { } toCall)
        {
            return CallbackErrors.NumberNeeded;
        }
        var owner = known.Owner is { } named ? new Owner(named, known.Manager ?? named, [AssignmentReason.ByName]) : await db.ChooseOwner(caller, null, null, [], now, ct);
        var window = WindowAsked.Of(command.From, command.To, command.Within, command.TimeZone ?? known.Profile.TimeZone ?? caller.Tenant.Settings.TimeZone, now);
        var terms = new CallbackTerms(
            command.CustomerId, toCall, window, command.Reason, command.Origin ?? CallbackOrigin.Requested, command.Priority ?? Priority.Normal, owner?.Id, command.InteractionId,
            command.ExternalId);
        return (await callbacks.Open(terms, owner, now, ct)).Failed(out error, out var callback) ? error : CallbackDetails.Of(callback, []);
    }

    /// <summary>Everything that decides, in one query.</summary>
    private Task<KnownForCallback?> Known(RequestCallback command, CancellationToken ct)
    {
        var owner = command.OwnerId ?? caller.StaffId;
        var staff = db.Staff.Where(s => s.Id == owner && s.Active);
        var interactions = db.Interactions.SeenBy(caller).Where(i => i.Id == command.InteractionId);
        return db.Customers.Where(c => c.Id == command.CustomerId).Select(c => new KnownForCallback
        {
            State = c.State,
            SurvivorId = c.SurvivorId,
            Profile = c.Profile,
            Owner = staff.Select(s => (StaffId?)s.Id).FirstOrDefault(),
            Manager = staff.Select(s => s.ManagerId).FirstOrDefault(),
            HasInteraction = command.InteractionId == null || interactions.Any(i => i.CustomerId == c.Id),
        }).AsNoTracking().FirstOrDefaultAsync(ct);
    }

    private static Error? Refusal(RequestCallback command, KnownForCallback known) =>
        CustomerStates.Refusal(known.State, known.SurvivorId) is { } inTheWay ? inTheWay
        : command.OwnerId is not null && known.Owner is null ? CallbackErrors.OwnerUnknown
        : !known.HasInteraction ? CommitmentErrors.InteractionUnknown
        : null;

    private sealed record KnownForCallback
    {
        public required CustomerState State { get; init; }
        public required CustomerId? SurvivorId { get; init; }
        public required CustomerProfile Profile { get; init; }
        public required StaffId? Owner { get; init; }
        public required StaffId? Manager { get; init; }
        public required bool HasInteraction { get; init; }
    }
}
