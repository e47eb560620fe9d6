using Crm.Application;
using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Members;
using Crm.Domain.Rewards;
using Crm.Domain.Tenants;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>What a refused constraint means, on both stores.</summary>
internal static class RefusedConstraints
{
    private const int SqliteUnique = 2067, SqlitePrimaryKey = 1555, SqliteForeignKey = 787;

    /// <summary>The named conflict, or null where the failure is no refusal of a constraint.</summary>
    public static Error? Read(DbUpdateException refused, IModel model) => refused is SaveRefusedException { Error: var error } ? error : refused.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } sqlite => Unique(Table(sqlite.Message, model), sqlite.Message),
        SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } => StoreErrors.ReferenceUnknown,
        SqlException { Number: 2601 or 2627 } sql => Unique(Table(sql.Message, model), sql.Message),
        SqlException { Number: 547 } => StoreErrors.ReferenceUnknown,
        _ => null,
    };

    private static Error Unique(Type? entity, string message) =>
        entity == typeof(ExternalIdEntry) ? StoreErrors.ExternalIdTaken
        : entity == typeof(StoredAnswer) ? IdempotencyErrors.InProgress
        : entity == typeof(AttributeDefinition) ? AttributeErrors.KeyTaken
        : entity == typeof(Cause) ? CauseErrors.CodeTaken
        : entity == typeof(Relation) ? RelationErrors.Duplicate
        : entity == typeof(InteractionCorrection) ? InteractionErrors.AlreadyCorrected
        : entity == typeof(Member) ? MemberErrors.AlreadyEnrolled
        // What was counted already; or another one wrote to the same ledger at this moment, and it is looked at again.
        : entity == typeof(LedgerEntry) ? message.Contains(nameof(LedgerEntry.SourceKey), StringComparison.Ordinal) ? MemberErrors.SourceKnown : RaceErrors.TurnLost
        : entity == typeof(Lot) || entity == typeof(LotAllocation) || entity == typeof(RewardStock) ? RaceErrors.TurnLost
        // Two references that came out alike: the next one will not.
        // Another one began the same clock at this moment: it is looked at again.
        : entity == typeof(Complaint) || entity == typeof(Domain.Clocks.Clock) ? RaceErrors.TurnLost
        : entity == typeof(Domain.KeyAccounts.KeyAccount) ? Domain.KeyAccounts.KeyAccountErrors.Exists
        : entity == typeof(Domain.AfterSale.AfterSaleCheck) ? Domain.AfterSale.AfterSaleErrors.Exists
        : entity == typeof(Domain.ValueEntries.ValueEntry) ? RaceErrors.TurnLost
        // Another one was the first to spend of a campaign.
        : entity == typeof(Domain.Programmes.CampaignSpending) ? RaceErrors.TurnLost
        : entity == typeof(Domain.Referrals.Referral) ? Domain.Referrals.ReferralErrors.AlreadyReferred
        // Another run settled the occasion at this moment.
        : entity == typeof(Domain.Gestures.StandingOccasion) ? RaceErrors.TurnLost
        : entity == typeof(Tenant) ? RaceErrors.TurnLost
        : StoreErrors.AlreadyExists;

    /// <summary>The entity whose table the message names, as a whole word.</summary>
    private static Type? Table(string message, IModel model)
    {
        var words = message.Split([' ', '.', ',', '\'', '"', ':', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return model.GetEntityTypes().FirstOrDefault(t => t.GetTableName() is { } table && words.Contains(table))?.ClrType;
    }
}
