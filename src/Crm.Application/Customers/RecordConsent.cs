using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record RecordConsent(CustomerId CustomerId, ConsentContent Content) : ICommand<ConsentDetails>;

/// <summary>A decision of a customer about being contacted. It is never changed.</summary>
/// <param name="Id">The decision's id.</param>
/// <param name="CustomerId">Who decided.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Channel">The channel it is about; every channel where null.</param>
/// <param name="Decision">Whether consent was given or taken back.</param>
/// <param name="Evidence">How it can be proved.</param>
/// <param name="At">When the customer decided.</param>
/// <param name="Source">Where the decision came in.</param>
/// <param name="By">The member of staff who recorded it.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="UpdatedAt">The same, as nothing changes.</param>
/// <param name="Version">Always 1.</param>
public sealed record ConsentDetails(
    ConsentId Id, CustomerId CustomerId, string Purpose, ContactChannel? Channel, ConsentDecision Decision, string? Evidence, DateTimeOffset At,
    string? Source, StaffId? By, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly ConsentDetails Example = new(
        ConsentId.Parse("consent_01j00000000000000000000000", null), CustomerId.Parse("customer_01j00000000000000000000000", null), "marketing",
        ContactChannel.Email, ConsentDecision.Granted, "Ticked the box of the order form", new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), "web form",
        null, new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), 1);

    public static readonly Expression<Func<Consent, ConsentDetails>> Projection = c => new ConsentDetails(
        c.Id, c.CustomerId, c.Purpose, c.Channel, c.Decision, c.Evidence, c.At, c.Source, c.By, c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<Consent, ConsentDetails> Compiled = Projection.Compile();

    public static ConsentDetails Of(Consent consent) => Compiled(consent);
}

internal sealed class ConsentContentValidator : AbstractValidator<ConsentContent>
{
    public ConsentContentValidator()
    {
        RuleFor(x => x.Purpose).NotEmpty().MaximumLength(ConsentContent.PurposeMaxLength).Matches("^[A-Za-z][A-Za-z0-9_-]*$");
        RuleFor(x => x.Evidence).MaximumLength(ConsentContent.EvidenceMaxLength);
        RuleFor(x => x.Source).MaximumLength(ConsentContent.SourceMaxLength);
    }
}

internal sealed class RecordConsentHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<ConsentContent> validator)
    : ICommandHandler<RecordConsent, ConsentDetails>
{
    public async Task<Result<ConsentDetails>> Handle(RecordConsent command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (Consent.Record(command.CustomerId, command.Content, caller.StaffId, now).Failed(out var error, out var consent))
        {
            return error;
        }
        db.OnlyWhileActive(command.CustomerId);
        db.Consents.Add(consent);
        db.Tell(caller, consent.CustomerId, "consent.recorded", consent.ResourceId, consent.At, new { consent.Purpose, consent.Channel, consent.Decision });
        return ConsentDetails.Of(consent);
    }
}
