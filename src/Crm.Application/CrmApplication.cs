using Crm.Application.Calendars;
using Crm.Application.Callbacks;
using Crm.Application.Channels;
using Crm.Application.Clocks;
using Crm.Application.Complaints;
using Crm.Application.Customers;
using Crm.Application.Gestures;
using Crm.Application.KeyAccounts;
using Crm.Application.Me;
using Crm.Application.Members;
using Crm.Application.Policies;
using Crm.Application.Programmes;
using Crm.Application.Phrases;
using Crm.Application.Referrals;
using Crm.Application.Rewards;
using Crm.Application.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Application;

public static class CrmApplication
{
    public static void AddCrmApplication(this IServiceCollection services)
    {
        services.AddCqrs();
        services.AddScoped<Caller>();
        services.AddScoped<UnitOfWork>();
        services.AddSingleton<AttributesInUse>();
        services.AddScoped<AttributeValues>();
        services.AddSingleton<OpenTimes>();
        services.AddSingleton<KeyAccountsInUse>();
        services.AddScoped<KeyStandings>();
        services.AddScoped<Designations>();
        services.AddScoped<HealthOfAccounts>();
        services.AddScoped<RunningClocks>();
        services.AddScoped<PracticeClocks>();
        services.AddScoped<Intake>();
        services.AddScoped<PracticeSteps>();
        services.AddScoped<ImpartialOwners>();
        services.AddScoped<ImpartialHandlers>();
        services.AddScoped<RemedyAuthority>();
        services.AddScoped<CausesOfComplaints>();
        services.AddScoped<Settling>();
        services.AddScoped<OpeningCallbacks>();
        services.AddScoped<OfferingCallbacks>();
        services.AddScoped<TrackedComplaints>();
        services.AddSingleton<ChannelsOnOffer>();
        services.AddSingleton<PoliciesInForce>();
        services.AddSingleton<PhraseCheck>();
        services.AddSingleton<ProgrammesInForce>();
        services.AddSingleton<RewardsOnOffer>();
        services.AddSingleton<StandingGesturesInForce>();
        services.AddSingleton<ReferralsInUse>();
        services.AddScoped<SettlingReferrals>();
        services.AddScoped<ExpectedGestures>();
        services.AddScoped<WeighingOccasions>();
        services.AddScoped<MemberLedgers>();
        services.AddScoped<OwnMemberships>();
        services.AddScoped<NightlyRedemptions>();
        services.AddScoped<MemberTiers>();
    }
}
