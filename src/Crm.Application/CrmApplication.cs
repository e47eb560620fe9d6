using Crm.Application.Calendars;
using Crm.Application.Callbacks;
using Crm.Application.Channels;
using Crm.Application.Clocks;
using Crm.Application.Complaints;
using Crm.Application.Customers;
using Crm.Application.Members;
using Crm.Application.Policies;
using Crm.Application.Programmes;
using Crm.Application.Phrases;
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
        services.AddScoped<MemberLedgers>();
        services.AddScoped<MemberTiers>();
    }
}
