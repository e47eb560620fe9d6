using System.Linq.Expressions;
using Crm.Application.Programmes;
using Crm.Domain.Members;

namespace Crm.Application.Members;

/// <summary>A customer in a loyalty programme. What changes with time, such as the balance, is asked for by itself.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="HeadId">The member whose household this one is of; the member itself where it heads one or is of none.</param>
/// <param name="Tier">The code of the tier; null below the first one.</param>
/// <param name="TierSince">The day on which it was reached.</param>
/// <param name="LeftAt">When the member left; null for one who is in it.</param>
/// <param name="MergedIntoId">The membership that this one has become a part of, since its customer was merged; null for one by itself.</param>
/// <param name="ExternalId">Your own key for it, such as the number of a card.</param>
/// <param name="CreatedAt">When the customer became a member.</param>
/// <param name="UpdatedAt">When something last changed, points included.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record MemberDetails(
    MemberId Id, ProgrammeId ProgrammeId, CustomerId CustomerId, MemberId HeadId, string? Tier, DateOnly? TierSince, DateTimeOffset? LeftAt, MemberId? MergedIntoId, string? ExternalId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly MemberId ExampleId = MemberId.Parse("member_01j00000000000000000000000", null);

    public static readonly MemberDetails Example = new(
        ExampleId, ProgrammeDetails.ExampleId, CustomerId.Parse("customer_01j00000000000000000000000", null), ExampleId, "gold", new(2026, 3, 10), null, null, "6280-0001",
        ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime.AddDays(1), 4);

    public static readonly Expression<Func<Member, MemberDetails>> Projection = m => new MemberDetails(
        m.Id, m.ProgrammeId, m.CustomerId, m.HeadId, m.TierCode, m.TierSince, m.LeftAt, m.MergedIntoId, m.ExternalId, m.CreatedAt, m.UpdatedAt, m.Version);

    private static readonly Func<Member, MemberDetails> Compiled = Projection.Compile();

    public static MemberDetails Of(Member member) => Compiled(member);
}

/// <summary>An entry of a member's ledger. It never changes.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Number">Its place in the ledger, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Points">The points: above zero where they come in, below zero where they go.</param>
/// <param name="Qualifying">How much it counts for tiers.</param>
/// <param name="At">When it was written.</param>
/// <param name="EffectiveAt">From when on it is in the balance; null while it waits for a review.</param>
/// <param name="Rule">The rule by which it was earned.</param>
/// <param name="ProgrammeVersion">The version of the programme by which it was made.</param>
/// <param name="Subject">The record that it is about: a purchase, a redemption, a complaint, another member.</param>
/// <param name="Reverses">The number of the entry that it gives back.</param>
/// <param name="Reason">Why, where somebody said so.</param>
/// <param name="By">The member of staff who did it.</param>
public sealed record LedgerEntryRow(
    LedgerEntryId Id, MemberId MemberId, int Number, EntryKind Kind, long Points, long Qualifying, DateTimeOffset At, DateTimeOffset? EffectiveAt, string? Rule, int ProgrammeVersion,
    Domain.RecordId? Subject, int? Reverses, string? Reason, StaffId? By)
{
    public static readonly LedgerEntryRow Example = new(
        LedgerEntryId.Parse("ledger_entry_01j00000000000000000000000", null), MemberDetails.ExampleId, 1, EntryKind.Earn, 90, 90, ProgrammeDetails.ExampleTime,
        ProgrammeDetails.ExampleTime.AddDays(14), "purchase", 1, Domain.RecordId.Parse("purchase_01j00000000000000000000000", null), null, null, null);

    public static readonly Expression<Func<LedgerEntry, LedgerEntryRow>> Projection = e => new LedgerEntryRow(
        e.Id, e.MemberId, e.Number, e.Kind, e.Points, e.Qualifying, e.At, e.EffectiveAt, e.RuleCode, e.ProgrammeVersion, e.Subject, e.Reverses, e.Reason, e.By);

    private static readonly Func<LedgerEntry, LedgerEntryRow> Compiled = Projection.Compile();

    public static LedgerEntryRow Of(LedgerEntry entry) => Compiled(entry);
}
