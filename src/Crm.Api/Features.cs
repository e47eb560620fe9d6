using Crm.Api.AfterSale;
using Crm.Api.ApiKeys;
using Crm.Api.Audit;
using Crm.Api.Authorities;
using Crm.Api.BestCustomers;
using Crm.Api.Calendars;
using Crm.Api.Causes;
using Crm.Api.Callbacks;
using Crm.Api.Channels;
using Crm.Api.Clocks;
using Crm.Api.Commitments;
using Crm.Api.Conflicts;
using Crm.Api.CorrectiveActions;
using Crm.Api.Complaints;
using Crm.Api.Customers;
using Crm.Api.EventTypes;
using Crm.Api.Gestures;
using Crm.Api.Interactions;
using Crm.Api.Macros;
using Crm.Api.Me;
using Crm.Api.Members;
using Crm.Api.Policies;
using Crm.Api.Notifications;
using Crm.Api.Phrases;
using Crm.Api.Programmes;
using Crm.Api.Purchases;
using Crm.Api.KeyAccounts;
using Crm.Api.Referrals;
using Crm.Api.Rewards;
using Crm.Api.KnowledgeGaps;
using Crm.Api.RelationshipPlans;
using Crm.Api.Segments;
using Crm.Api.Staff;
using Crm.Api.Tenants;
using Crm.Api.ValueEntries;
using Crm.Api.Work;

namespace Crm.Api;

/// <summary>Every feature of the product, one line each.</summary>
internal static class Features
{
    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapCustomers();
        app.MapEventTypes();
        app.MapInteractions();
        app.MapCalendars();
        app.MapChannels();
        app.MapCommitments();
        app.MapClocks();
        app.MapPolicies();
        app.MapWork();
        app.MapNotifications();
        app.MapPhrases();
        app.MapMacros();
        app.MapAuthorities();
        app.MapCauses();
        app.MapCorrectiveActions();
        app.MapConflicts();
        app.MapComplaints();
        app.MapCallbacks();
        app.MapKnowledgeGaps();
        app.MapPurchases();
        app.MapProgrammes();
        app.MapMembers();
        app.MapRewards();
        app.MapReferrals();
        app.MapGestures();
        app.MapStandingGestures();
        app.MapBestCustomers();
        app.MapValueEntries();
        app.MapSegments();
        app.MapKeyAccounts();
        app.MapRelationshipPlans();
        app.MapAfterSale();
        app.MapTenants();
        app.MapStaff();
        app.MapAbsences();
        app.MapApiKeys();
        app.MapAudit();
        app.MapMe();
    }
}
