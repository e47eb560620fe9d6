using System.Linq.Expressions;
using Crm.Application.Complaints;
using Crm.Application.Tenants;
using Crm.Domain;
using Crm.Domain.AfterSale;
using Crm.Domain.ApiKeys;
using Crm.Domain.Authorities;
using Crm.Domain.Calendars;
using Crm.Domain.Causes;
using Crm.Domain.Callbacks;
using Crm.Domain.Channels;
using Crm.Domain.Clocks;
using Crm.Domain.Commitments;
using Crm.Domain.Conflicts;
using Crm.Domain.CorrectiveActions;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Domain.Interactions;
using Crm.Domain.Policies;
using Crm.Domain.Notifications;
using Crm.Domain.Macros;
using Crm.Domain.Members;
using Crm.Domain.Phrases;
using Crm.Domain.Programmes;
using Crm.Domain.Purchases;
using Crm.Domain.Referrals;
using Crm.Domain.KeyAccounts;
using Crm.Domain.Rewards;
using Crm.Domain.KnowledgeGaps;
using Crm.Domain.RelationshipPlans;
using Crm.Domain.Segments;
using Crm.Domain.Staff;
using Crm.Domain.Tenants;
using Crm.Domain.ValueEntries;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application;

/// <summary>What both databases can do for a unit of work.</summary>
public interface IStore
{
    /// <summary>
    /// Writes everything in one transaction: the changes, their audit entries, the outbox rows of the events, and the stored answer of an
    /// idempotent request. A constraint that refuses is a named error.
    /// </summary>
    Task<Result> Save(string command, StoredAnswer? answer, CancellationToken ct);

    /// <summary>Adds rows of a log, or new records, that nothing looks for or changes any more before they are saved. The same one twice is added once.</summary>
    void Append(IEnumerable<object> rows);

    /// <summary>Drops what was not saved, so that a command can be handled again.</summary>
    void StartAfresh();

    /// <summary>The events raised since the last call.</summary>
    IReadOnlyList<IDomainEvent> TakeEvents();

    /// <summary>The stored answer to this caller's key on this route, if any.</summary>
    Task<StoredAnswer?> FindAnswer(byte[] keyHash, CancellationToken ct);

    /// <summary>Runs a read that was compiled once for the process; its answer takes one round trip.</summary>
    Task<TAnswer?> First<TArg, TAnswer>(Read<TArg, TAnswer> read, TArg arg, CancellationToken ct);

    /// <inheritdoc cref="First"/>
    Task<List<TAnswer>> All<TArg, TAnswer>(Read<TArg, TAnswer> read, TArg arg, CancellationToken ct);
}

/// <summary>What must still be true when a save commits.</summary>
public interface IAsksInTurn
{
    /// <summary>Asks inside the transaction of the save, while no other save that asks under the same name is under way; a refusal takes the save back.</summary>
    void AskInTurn(string turn, Func<CancellationToken, Task<Result>> ask);
}

/// <summary>The business data of the caller's tenant. No query through it sees another tenant's.</summary>
public interface ICrmDb : IStore, IAsksInTurn, ISetsAlarms
{
    /// <summary>The save is refused where the customer is not active any more when it commits: a record comes before a merge or erasure, or not at all.</summary>
    void OnlyWhileActive(CustomerId id);

    DbSet<Customer> Customers { get; }
    DbSet<CustomerTerm> CustomerTerms { get; }
    DbSet<LifecycleChange> LifecycleChanges { get; }
    DbSet<AttributeDefinition> AttributeDefinitions { get; }
    DbSet<Fact> Facts { get; }
    DbSet<Need> Needs { get; }
    DbSet<Consent> Consents { get; }
    DbSet<Relation> Relations { get; }
    DbSet<CustomerWatcher> CustomerWatchers { get; }
    DbSet<CustomerMerge> CustomerMerges { get; }
    DbSet<Interaction> Interactions { get; }
    DbSet<InteractionParty> InteractionParties { get; }
    DbSet<InteractionCorrection> InteractionCorrections { get; }
    DbSet<StaffMember> Staff { get; }
    DbSet<Calendar> Calendars { get; }
    DbSet<CalendarVersion> CalendarVersions { get; }
    DbSet<CustomerChannel> Channels { get; }
    DbSet<Commitment> Commitments { get; }
    DbSet<CommitmentEvent> CommitmentEvents { get; }
    DbSet<Clock> Clocks { get; }
    DbSet<ClockEvent> ClockEvents { get; }
    DbSet<Callback> Callbacks { get; }
    DbSet<CallbackEvent> CallbackEvents { get; }
    DbSet<KnowledgeGap> KnowledgeGaps { get; }
    DbSet<Policy> Policies { get; }
    DbSet<PolicyVersion> PolicyVersions { get; }
    DbSet<WorkItem> WorkItems { get; }
    DbSet<WorkEvent> WorkEvents { get; }
    DbSet<Absence> Absences { get; }
    DbSet<Notification> Notifications { get; }
    DbSet<Phrase> Phrases { get; }
    DbSet<Macro> Macros { get; }
    DbSet<MacroVersion> MacroVersions { get; }
    DbSet<AuthorityMatrix> AuthorityMatrices { get; }
    DbSet<AuthorityMatrixVersion> AuthorityMatrixVersions { get; }
    DbSet<Cause> Causes { get; }
    DbSet<CorrectiveAction> CorrectiveActions { get; }
    DbSet<DeclaredConflict> DeclaredConflicts { get; }
    DbSet<Complaint> Complaints { get; }
    DbSet<ComplaintEvent> ComplaintEvents { get; }
    DbSet<StatementPart> StatementParts { get; }
    DbSet<ComplaintRemedy> ComplaintRemedies { get; }
    DbSet<RemedyGrant> RemedyGrants { get; }
    DbSet<ComplaintCell> ComplaintCells { get; }
    DbSet<ComplaintMessage> ComplaintMessages { get; }
    DbSet<ComplaintDraft> ComplaintDrafts { get; }
    DbSet<Purchase> Purchases { get; }
    DbSet<PurchaseReturn> PurchaseReturns { get; }
    DbSet<Programme> Programmes { get; }
    DbSet<CampaignSpending> CampaignSpendings { get; }
    DbSet<ProgrammeVersion> ProgrammeVersions { get; }
    DbSet<Member> Members { get; }
    DbSet<MadeLot> Lots { get; }
    DbSet<LedgerEntry> LedgerEntries { get; }
    DbSet<LotAllocation> LotAllocations { get; }
    DbSet<Reward> Rewards { get; }
    DbSet<RewardStock> RewardStocks { get; }
    DbSet<Redemption> Redemptions { get; }
    DbSet<Gesture> Gestures { get; }
    DbSet<GestureRules> GestureRules { get; }
    DbSet<Referral> Referrals { get; }
    DbSet<StandingGesture> StandingGestures { get; }
    DbSet<StandingRun> StandingRuns { get; }
    DbSet<StandingOccasion> StandingOccasions { get; }
    DbSet<Segment> Segments { get; }
    DbSet<AfterSaleCheck> AfterSaleChecks { get; }
    DbSet<KeyAccount> KeyAccounts { get; }
    DbSet<KeyAccountEvent> KeyAccountEvents { get; }
    DbSet<Stakeholder> Stakeholders { get; }
    DbSet<HealthEntry> HealthEntries { get; }
    DbSet<HealthScale> HealthScales { get; }
    DbSet<RelationshipPlan> RelationshipPlans { get; }
    DbSet<PlanVersion> PlanVersions { get; }
    DbSet<PlanTemplate> PlanTemplates { get; }
    DbSet<ValueEntry> ValueEntries { get; }
    DbSet<AuditEntry> Audit { get; }
    DbSet<ExternalIdEntry> ExternalIds { get; }
    DbSet<OutboxMessage> Outbox { get; }
    DbSet<TimelineEntry> Timeline { get; }
}

/// <summary>What exists once in the installation. A tenant's caller sees only its own rows of it.</summary>
public interface ICatalogDb : IStore, IAsksInTurn
{
    DbSet<Tenant> Tenants { get; }
    DbSet<ApiKey> ApiKeys { get; }
    DbSet<TenantRequests> Requests { get; }
    DbSet<AuditEntry> Audit { get; }
}

/// <summary>A query that is hot enough to be compiled once. Hold it in a static field.</summary>
public sealed class Read<TArg, TAnswer>(Expression<Func<ICrmDb, TArg, IQueryable<TAnswer>>> query)
{
    public Expression<Func<ICrmDb, TArg, IQueryable<TAnswer>>> Query { get; } = query;
}
