using System.Security.Cryptography;
using Crm.Application.Channels;
using Crm.Application.KeyAccounts;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>A complaint to be taken in. A statement is enough (S3-ACCESS-2).</summary>
public sealed record FileComplaint : ComplaintIntake, ICommand<ComplaintDetails>
{
    public const int StatementMaxLength = StatementPart.WordsMaxLength;

    /// <summary>What the complainant says, verbatim; 1 to 100,000 characters. Nothing of it is ever changed.</summary>
    public required string Statement { get; init; }

    /// <summary>Documents and pictures that go with the statement, at most 20.</summary>
    public IReadOnlyList<StatementAttachment> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>Who is to answer for it; where absent the caller's member of staff, or else anybody impartial who works here.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>How many requests it took the customer, this one included.</summary>
    internal int Steps { get; init; } = 1;

    public static readonly FileComplaint Example = new()
    {
        CustomerId = Id<Customer>.Parse("customer_01j00000000000000000000000", null),
        Channel = IntakeChannel.Web,
        Category = "product.defect",
        Language = "fa-IR",
        ComplainantName = "مریم احمدی",
        Contacts = [new(ContactPointKind.Phone, "۰۹۱۲ ۱۱۱ ۲۲ ۳۳")],
        Target = TargetKind.Product,
        Product = new("Kettle K2", "K2-4411", new(2026, 3, 18), ProductCondition.Unusable),
        ThreatensToLeave = true,
        CostToCustomer = new(350_000, "IRR"),
        Statement = "کتری سه روزه خراب شد و هیچ‌کس جواب تلفن را نمی‌دهد.",
        Attachments = [new("https://files.example.com/kettle.jpg", "kettle.jpg", "image/jpeg", 184_220)],
        OwnerId = StaffId.Parse("staff_01j00000000000000000000000", null),
    };
}

internal sealed class FileComplaintValidator : AbstractValidator<FileComplaint>
{
    public FileComplaintValidator()
    {
        RuleFor(x => x.Statement).NotEmpty().MaximumLength(StatementPart.WordsMaxLength);
        RuleFor(x => x.Attachments).AtMost(StatementAttachment.MaxCount);
        RuleForEach(x => x.Attachments).SetValidator(new StatementAttachmentValidator());
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Target).IsInEnum();
        RuleFor(x => x.Category).MaximumLength(ComplaintIntake.CategoryMaxLength);
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.ComplainantName).MaximumLength(ComplaintIntake.NameMaxLength);
        RuleFor(x => x.OnBehalfOf).MaximumLength(ComplaintIntake.NameMaxLength);
        RuleFor(x => x.Contacts).AtMost(ComplaintIntake.MaxContacts);
        RuleForEach(x => x.Contacts).SetValidator(new ComplaintContactValidator());
        RuleFor(x => x.Product!).SetValidator(new ComplaintProductValidator()).When(x => x.Product is not null);
        RuleFor(x => x.CostToCustomer!).SetValidator(new MoneyValidator()).When(x => x.CostToCustomer is not null);
        RuleFor(x => x.ChannelCost).IsInEnum();
        RuleFor(x => x.Hazards).AtMost(ComplaintIntake.MaxHazards);
        RuleForEach(x => x.Hazards).NotEmpty().MaximumLength(ComplaintIntake.HazardMaxLength);
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class ComplaintContactValidator : AbstractValidator<ComplaintContact>
{
    public ComplaintContactValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Value).NotEmpty().MaximumLength(ComplaintContact.ValueMaxLength);
    }
}

internal sealed class ComplaintProductValidator : AbstractValidator<ComplaintProduct>
{
    public ComplaintProductValidator()
    {
        RuleFor(x => x.Name).MaximumLength(ComplaintProduct.NameMaxLength);
        RuleFor(x => x.Reference).MaximumLength(ComplaintProduct.ReferenceMaxLength);
        RuleFor(x => x.Condition).IsInEnum();
    }
}

internal sealed class StatementAttachmentValidator : AbstractValidator<StatementAttachment>
{
    public StatementAttachmentValidator()
    {
        RuleFor(x => x.Url).NotEmpty().MaximumLength(StatementAttachment.UrlMaxLength)
            .Must(StatementAttachment.IsAcceptableAddress).Code("attachment_url_invalid", "An attachment is a link over https.");
        RuleFor(x => x.Name).NotEmpty().MaximumLength(StatementAttachment.NameMaxLength);
        RuleFor(x => x.MediaType).NotEmpty().MaximumLength(StatementAttachment.MediaTypeMaxLength)
            .Must(StatementAttachment.IsAcceptable).Code("attachment_type_refused", "Attachments are pictures, audio, video, PDF, plain text, mail or office documents.");
        RuleFor(x => x.Bytes).InclusiveBetween(0, StatementAttachment.MostBytes);
    }
}

internal sealed class FileComplaintHandler(ICrmDb db, Caller caller, TimeProvider clock, Intake intake, KeyStandings standings, ChannelsOnOffer channels) : ICommandHandler<FileComplaint, ComplaintDetails>
{
    public async Task<Result<ComplaintDetails>> Handle(FileComplaint command, CancellationToken ct)
    {
        var account = await standings.Of(command.CustomerId, ct);
        // The account manager answers for a key account's complaint, where nobody else is named.
        var expected = command.OwnerId ?? (account is { ManagerAvailable: true } ? account.ManagerId : null);
        if ((await Colleagues.Of(db, command.TargetStaffId, command.CustomerId, caller.Today(clock), expected, caller.StaffId, ct)).Failed(out var error, out var colleagues))
        {
            return error;
        }
        if (command.TargetStaffId is { } subject && !colleagues.Rows.Any(c => c.Id == subject))
        {
            return ComplaintErrors.TargetUnknown;
        }
        if (OwnerOfComplaint.Choose(colleagues, expected, caller.StaffId).Failed(out error, out var owner)
            && (command.OwnerId is not null || OwnerOfComplaint.Choose(colleagues, null, caller.StaffId).Failed(out error, out owner)))
        {
            return error;
        }
        var now = clock.GetUtcNow();
        var answering = await intake.Owner(owner, colleagues, command.Language, now, ct);
        var filing = caller.Filing(answering?.Id, command.ReceivedAt ?? now) with { Steps = command.Steps, FastLane = account is not null };
        var told = command with { ChannelCost = command.ChannelCost ?? await channels.CostOf(command.Channel, db, caller, ct) };
        return Complaint.File(told, command.Statement, command.Attachments, filing, caller.StaffId, now).Failed(out error, out var filed) ? error
            : await intake.TakeIn(filed, answering, now, ct);
    }
}

internal static class Intakes
{
    /// <summary>What a complaint is given from outside. A reference that is taken already, which hardly ever happens, is refused by the store, and the next one tried.</summary>
    public static ComplaintFiling Filing(this Caller caller, StaffId? owner, DateTimeOffset receivedAt)
    {
        var settings = caller.Tenant.Settings;
        var random = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        return new(ComplaintReference.Of(random), owner, caller.DayOf(receivedAt), settings.Country, ComplaintRules.Usual) { Tracking = TrackingToken.New() };
    }

    /// <summary>Where the customer finds the complaint again.</summary>
    public static string LinkOf(this TrackingToken token, Caller caller) => $"/v1/public/{caller.Tenant.Slug}/complaints/{token.Text}";
}
