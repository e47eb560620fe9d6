using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.AfterSale;
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
using Crm.Domain.ValueEntries;
using Crm.Domain.Work;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>A tenant store: the business data of many tenants, seen as one of them.</summary>
public abstract class CrmDbContext(DbContextOptions options) : StoreDbContext(options), ICrmDb
{
    /// <summary>The tenant whose rows exist for this context. Throws where none was set, so that a forgotten tenant sees nothing.</summary>
    public int Tenant => Caller?.Tenant.Number ?? throw new InvalidOperationException("A tenant store is used without a tenant.");

    public void OnlyWhileActive(CustomerId id) => ActiveCustomer.Require(this, id);

    public void AskInTurn(string turn, Func<CancellationToken, Task<Result>> ask) => InTurn.AskInTurn(this, $"{turn} {Tenant}", ask);

    public void SetAlarm(string kind, Guid resource, DateTimeOffset at) =>
        Append(new Alarm { ResourceId = resource, Kind = kind, At = at, WakesAt = at });

    public void MoveAlarm(string kind, Guid resource, DateTimeOffset at) =>
        Alongside(AlarmStatements.Move(this, kind, resource, at));

    public void DropAlarm(string kind, Guid resource) =>
        Alongside(AlarmStatements.Drop(this, kind, resource));

    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<CustomerTerm> CustomerTerms => Set<CustomerTerm>();
    public DbSet<LifecycleChange> LifecycleChanges => Set<LifecycleChange>();
    public DbSet<AttributeDefinition> AttributeDefinitions => Set<AttributeDefinition>();
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<Need> Needs => Set<Need>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Relation> Relations => Set<Relation>();
    public DbSet<CustomerWatcher> CustomerWatchers => Set<CustomerWatcher>();
    public DbSet<CustomerMerge> CustomerMerges => Set<CustomerMerge>();
    public DbSet<Interaction> Interactions => Set<Interaction>();
    public DbSet<InteractionParty> InteractionParties => Set<InteractionParty>();
    public DbSet<InteractionCorrection> InteractionCorrections => Set<InteractionCorrection>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Calendar> Calendars => Set<Calendar>();
    public DbSet<CalendarVersion> CalendarVersions => Set<CalendarVersion>();
    public DbSet<CustomerChannel> Channels => Set<CustomerChannel>();
    public DbSet<Commitment> Commitments => Set<Commitment>();
    public DbSet<CommitmentEvent> CommitmentEvents => Set<CommitmentEvent>();
    public DbSet<Clock> Clocks => Set<Clock>();
    public DbSet<ClockEvent> ClockEvents => Set<ClockEvent>();
    public DbSet<Callback> Callbacks => Set<Callback>();
    public DbSet<CallbackEvent> CallbackEvents => Set<CallbackEvent>();
    public DbSet<KnowledgeGap> KnowledgeGaps => Set<KnowledgeGap>();
    public DbSet<Policy> Policies => Set<Policy>();
    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<WorkEvent> WorkEvents => Set<WorkEvent>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<Phrase> Phrases => Set<Phrase>();
    public DbSet<Macro> Macros => Set<Macro>();
    public DbSet<MacroVersion> MacroVersions => Set<MacroVersion>();
    public DbSet<AuthorityMatrix> AuthorityMatrices => Set<AuthorityMatrix>();
    public DbSet<AuthorityMatrixVersion> AuthorityMatrixVersions => Set<AuthorityMatrixVersion>();
    public DbSet<Cause> Causes => Set<Cause>();
    public DbSet<CorrectiveAction> CorrectiveActions => Set<CorrectiveAction>();
    public DbSet<DeclaredConflict> DeclaredConflicts => Set<DeclaredConflict>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<ComplaintEvent> ComplaintEvents => Set<ComplaintEvent>();
    public DbSet<StatementPart> StatementParts => Set<StatementPart>();
    public DbSet<ComplaintRemedy> ComplaintRemedies => Set<ComplaintRemedy>();
    public DbSet<RemedyGrant> RemedyGrants => Set<RemedyGrant>();
    public DbSet<ComplaintCell> ComplaintCells => Set<ComplaintCell>();
    public DbSet<ComplaintMessage> ComplaintMessages => Set<ComplaintMessage>();
    public DbSet<ComplaintDraft> ComplaintDrafts => Set<ComplaintDraft>();
    public DbSet<Purchase> Purchases => Set<Purchase>();
    public DbSet<PurchaseReturn> PurchaseReturns => Set<PurchaseReturn>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<CampaignSpending> CampaignSpendings => Set<CampaignSpending>();
    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<MadeLot> Lots => Set<MadeLot>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<LotAllocation> LotAllocations => Set<LotAllocation>();
    public DbSet<Reward> Rewards => Set<Reward>();
    public DbSet<RewardStock> RewardStocks => Set<RewardStock>();
    public DbSet<Redemption> Redemptions => Set<Redemption>();
    public DbSet<Gesture> Gestures => Set<Gesture>();
    public DbSet<GestureRules> GestureRules => Set<GestureRules>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<StandingGesture> StandingGestures => Set<StandingGesture>();
    public DbSet<StandingRun> StandingRuns => Set<StandingRun>();
    public DbSet<StandingOccasion> StandingOccasions => Set<StandingOccasion>();
    public DbSet<Segment> Segments => Set<Segment>();
    public DbSet<AfterSaleCheck> AfterSaleChecks => Set<AfterSaleCheck>();
    public DbSet<KeyAccount> KeyAccounts => Set<KeyAccount>();
    public DbSet<RelationshipPlan> RelationshipPlans => Set<RelationshipPlan>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<PlanTemplate> PlanTemplates => Set<PlanTemplate>();
    public DbSet<Stakeholder> Stakeholders => Set<Stakeholder>();
    public DbSet<HealthEntry> HealthEntries => Set<HealthEntry>();
    public DbSet<HealthScale> HealthScales => Set<HealthScale>();
    public DbSet<KeyAccountEvent> KeyAccountEvents => Set<KeyAccountEvent>();
    public DbSet<ValueEntry> ValueEntries => Set<ValueEntry>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<ExternalIdEntry> ExternalIds => Set<ExternalIdEntry>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CrmDbContext).Assembly, t => t.IsAssignableTo(typeof(IOfTenantStore)));
        modelBuilder.FilterByTenant(this);
        modelBuilder.ReadsStoredJson();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);
}

/// <summary>Marks the configuration of an entity that lies in a tenant store.</summary>
internal interface IOfTenantStore;

/// <summary>Marks the configuration of an entity that lies in the catalog.</summary>
internal interface IOfCatalog;

public sealed class SqliteCrmDbContext(DbContextOptions<SqliteCrmDbContext> options) : CrmDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.CoverInKey();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conventions.InstantsAsMilliseconds(configurationBuilder);
    }

    private protected override ICompiledRead<TArg, TAnswer> Compiled<TArg, TAnswer>(Read<TArg, TAnswer> read) =>
        CompiledReads<SqliteCrmDbContext>.Of(this, read);
}

public sealed class SqlServerCrmDbContext(DbContextOptions<SqlServerCrmDbContext> options) : CrmDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.CoverBesideKey();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conventions.InstantsAsDateTime2(configurationBuilder);
    }

    private protected override ICompiledRead<TArg, TAnswer> Compiled<TArg, TAnswer>(Read<TArg, TAnswer> read) =>
        CompiledReads<SqlServerCrmDbContext>.Of(this, read);
}
