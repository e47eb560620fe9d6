using Crm.Application;
using Crm.Application.BestCustomers;
using Crm.Domain;
using Crm.Domain.Interactions;
using Crm.Domain.Segments;

namespace Crm.Api.BestCustomers;

/// <summary>Who the best customers are, what they are worth, and how many stay.</summary>
internal static class BestCustomerEndpoints
{
    public static void MapBestCustomers(this IEndpointRouteBuilder app)
    {
        var best = app.MapGroup("/v1").WithTags("BestCustomers");
        best.MapGet("best-customers", ListBestCustomers).Operation<BestCustomerList>(Permission.PurchasesRead, 200, BestCustomerErrors.WindowInvalid, BestCustomerErrors.SegmentUnknown, ListErrors.LimitOutOfRange);
        best.MapGet("customers/{id}/lifetime-value", GetLifetimeValue).Operation<CustomerLifetimeValue>(Permission.ValueEntriesRead, 200, LifetimeErrors.RateInvalid);
        best.MapGet("retention", GetRetention).Operation<CustomerRetention>(Permission.PurchasesRead, 200, InteractionErrors.PeriodInvalid, BestCustomerErrors.WindowInvalid, SegmentErrors.Unknown);
        best.MapGet("retention/cohorts", ListCohorts).Operation<CohortList>(Permission.PurchasesRead, 200, MonthErrors.Invalid, SegmentErrors.Unknown);
        best.MapGet("retention/revenue", GetRevenueRetention).Operation<RevenueRetention>(
            Permission.PurchasesRead, 200, InteractionErrors.PeriodInvalid, BestCustomerErrors.WindowInvalid, SegmentErrors.Unknown);
        best.MapGet("service-recovery", GetRecovery).Operation<ComplainantRecovery>(
            Permission.PurchasesRead, 200, InteractionErrors.PeriodInvalid, BestCustomerErrors.WindowInvalid, SegmentErrors.Unknown);
        best.MapPost("service-recovery/win-backs", OpenWinBacks).Operation<OpenedWinBacks>(
            Permission.WorkAssign, 200, InteractionErrors.PeriodInvalid, BestCustomerErrors.WindowInvalid, SegmentErrors.Unknown);
    }

    /// <summary>Lists the best customers</summary>
    /// <remarks>
    /// By recency, frequency and money as of any instant (S5-BEST-1): quintiles by rank among all who bought in the window, where equal values share the lower one. A past instant
    /// shows what stood then: what was bought or came back later does not count. The values behind each score are in the answer, and
    /// so is the group that the scores make of a customer, by rfmSegments of the settings.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> ListBestCustomers([AsParameters] ListBestCustomers query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells what a customer is worth</summary>
    /// <remarks>So far, and by a simple forecast, with the formulas and what goes into them; from the entries of mutual value in one currency.</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetLifetimeValue([AsParameters] GetLifetimeValue query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells how many customers stay</summary>
    /// <remarks>
    /// Retention and churn of a period by a declared definition of activity (S5-RET-1): who bought something in so many days before, or with activity=contractual who has an agreement, as
    /// a member of a programme or a key account. Whoever came back after an absence is counted by itself, and neither as new nor as having stayed. With segmentId of those who belong to
    /// a segment now.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetRetention([AsParameters] GetRetention query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells how many who complained were won back</summary>
    /// <remarks>
    /// The recovery rate of a period (S5-RECOVER-1): of the customers whose complaint has matured, those who are satisfied and bought something within so many days after. Who is not
    /// satisfied is counted as matured and never as recovered.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetRecovery([AsParameters] GetRecovery query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Opens tasks to win customers back</summary>
    /// <remarks>
    /// One for each customer whose complaint has matured and who did not recover (S5-RECOVER-1), at most 100 by one request; more says whether to send it again. It belongs to who answered
    /// for the complaint, where they are here, and is due in seven days. Nobody has two for the same complaint, and who wishes no contact has none.
    /// </remarks>
    private static Task<IResult> OpenWinBacks(OpenWinBacks period, Dispatcher send, CancellationToken ct) => send.Send(period, ct).Ok();

    /// <summary>Tells how many customers stay, by when they first bought</summary>
    /// <remarks>
    /// A cohort is who bought for the first time in a month of the tenant's calendar; of each later month it is told how many bought something, and how many of those had stopped before
    /// (S5-RET-1). Up to 12 months.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> ListCohorts([AsParameters] ListCohorts query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells how much of their spending customers keep up</summary>
    /// <remarks>
    /// Gross and net revenue retention: what those spend still who spent something in the days before the start, without and with what they spend more (S5-RET-1). What came back by now is
    /// taken off.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetRevenueRetention([AsParameters] GetRevenueRetention query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();
}
