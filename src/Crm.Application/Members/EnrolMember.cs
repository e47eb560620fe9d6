using Crm.Application.Customers;
using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using FluentValidation;

namespace Crm.Application.Members;

/// <summary>A customer to become a member (S5-LOYAL-1).</summary>
/// <param name="ProgrammeId">Of which programme.</param>
/// <param name="CustomerId">Who.</param>
/// <param name="ExternalId">Your own key for the member, such as the number of a card, unique in the tenant; at most 100 characters.</param>
public sealed record EnrolMember(ProgrammeId ProgrammeId, CustomerId CustomerId, string? ExternalId = null) : ICommand<MemberDetails>
{
    public static readonly EnrolMember Example = new(ProgrammeDetails.ExampleId, CustomerId.Parse("customer_01j00000000000000000000000", null));
}

internal sealed class EnrolMemberValidator : AbstractValidator<EnrolMember>
{
    public EnrolMemberValidator() => RuleFor(x => x.ExternalId).ExternalId();
}

internal sealed class EnrolMemberHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : ICommandHandler<EnrolMember, MemberDetails>
{
    public async Task<Result<MemberDetails>> Handle(EnrolMember command, CancellationToken ct)
    {
        if (await programmes.Find(db, caller.Tenant.Number, command.ProgrammeId, ct) is not { Retired: false } programme)
        {
            return ProgrammeErrors.Unknown;
        }
        if (await db.RefusalOf(command.CustomerId, ct) is { } refusal)
        {
            return refusal;
        }
        var now = clock.GetUtcNow();
        var member = Member.Enrol(programme, command.CustomerId, command.ExternalId, now);
        db.OnlyWhileActive(command.CustomerId);
        db.Members.Add(member);
        db.Tell(caller, member.CustomerId, "member.enrolled", member.ResourceId, now, new { programme = member.ProgrammeId });
        return MemberDetails.Of(member);
    }
}
