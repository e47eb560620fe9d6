using Crm.Application;
using Crm.Application.KeyAccounts;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.KeyAccounts;
using Crm.Domain.Segments;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.KeyAccounts;

/// <summary>Customers who are cared for by plan.</summary>
internal static class KeyAccountEndpoints
{
    public static void MapKeyAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/v1/key-accounts").WithTags("KeyAccounts");
        accounts.MapPost("", DesignateKeyAccount).Operation<KeyAccountDetails>(
            Permission.KeyAccountsWrite, 201,
            [InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, KeyAccountErrors.Exists, .. Terms]);
        accounts.MapGet("", ListKeyAccounts).Operation<Page<KeyAccountDetails>>(Permission.KeyAccountsRead, 200, ListErrors.CursorInvalid);
        accounts.MapGet("{id}", GetKeyAccount).Operation<KeyAccountDetails>(Permission.KeyAccountsRead, 200);
        accounts.MapGet("{id}/history", GetKeyAccountHistory).Operation<KeyAccountHistory>(Permission.KeyAccountsRead, 200);
        accounts.MapGet("{id}/cadence", GetAccountCadence).Operation<CadenceStanding>(Permission.KeyAccountsRead, 200);
        accounts.MapPatch("{id}", ReviseKeyAccount).Operation<KeyAccountDetails>(Permission.KeyAccountsWrite, 200, [KeyAccountErrors.Ended, .. Terms]);
        accounts.MapPost("{id}/reviews", ReviewKeyAccount).Operation<KeyAccountDetails>(
            Permission.KeyAccountsWrite, 200, KeyAccountErrors.Ended, KeyAccountErrors.ReviewPast, CustomerErrors.Erased);
        accounts.MapPost("{id}/end", EndKeyAccount).Operation<KeyAccountDetails>(Permission.KeyAccountsWrite, 200, KeyAccountErrors.Ended, CustomerErrors.Erased);
        accounts.MapGet("{id}/stakeholders", GetStakeholderMap).Operation<StakeholderMap>(Permission.KeyAccountsRead, 200);
        accounts.MapPost("{id}/stakeholders", PlaceStakeholder).Operation<PlacedStakeholder>(
            Permission.KeyAccountsWrite, 200, KeyAccountErrors.Ended, KeyAccountErrors.MapFull, KeyAccountErrors.StakeholderElsewhere, KeyAccountErrors.LineElsewhere,
            KeyAccountErrors.CircularLine, CustomerErrors.Merged, CustomerErrors.Erased);
        accounts.MapDelete("{id}/stakeholders/{customerId}", RemoveStakeholder).Operation(Permission.KeyAccountsWrite);
        accounts.MapGet("{id}/health", GetAccountHealth).Operation<AccountHealthDetails>(Permission.KeyAccountsRead, 200);
        var weights = app.MapGroup("/v1/health-weights").WithTags("KeyAccounts");
        weights.MapGet("", GetHealthWeights).Operation<HealthWeights>(Permission.KeyAccountsRead, 200);
        weights.MapPut("", WeighHealth).Operation<HealthWeights>(Permission.KeyAccountsWrite, 200, KeyAccountErrors.WeightsInvalid);
        var root = app.MapGroup("/v1").WithTags("KeyAccounts");
        root.MapPost("key-accounts:preview", PreviewCriteria).Operation<CriteriaPreview>(
            Permission.KeyAccountsRead, 200, SegmentErrors.MatchesEveryone, SegmentErrors.TooLarge);
        root.MapPost("key-accounts:designate", DesignateByCriteria).Operation<DesignatedAccounts>(
            Permission.KeyAccountsWrite, 200,
            [SegmentErrors.MatchesEveryone, SegmentErrors.TooLarge, KeyAccountErrors.PreviewOutdated, KeyAccountErrors.TooManyAtOnce, CustomerErrors.Merged, CustomerErrors.Erased, .. Terms]);
        root.MapGet("customers/{id}/key-account", GetCustomerStanding).Operation<CustomerStanding>(Permission.KeyAccountsRead, 200);
    }

    /// <summary>What terms may be refused for.</summary>
    private static Error[] Terms =>
    [
        KeyAccountErrors.TwoManagers, KeyAccountErrors.TwoSponsors, KeyAccountErrors.ManagerMissing, KeyAccountErrors.MemberTwice, KeyAccountErrors.MemberLeft,
        KeyAccountErrors.SponsorLeft, KeyAccountErrors.CadenceByStranger, KeyAccountErrors.ReviewPast,
    ];

    /// <summary>Designates a key account</summary>
    /// <remarks>
    /// From now on the customer is cared for by plan (S4-KEY-1), and so is everybody who works for, represents or belongs to them: their complaints, callbacks and promises take
    /// the policies for the class key and the tier, and a complaint goes to the account manager, at high priority at least. One designation stands for a customer at a time.
    /// </remarks>
    private static Task<IResult> DesignateKeyAccount(DesignateKeyAccount designation, Dispatcher send, CancellationToken ct) =>
        send.Send(designation, ct).Created(k => $"/v1/key-accounts/{k.Id}");

    /// <summary>Lists key accounts</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt or reviewOn. Those that ended stay in the list.</remarks>
    private static Task<IResult> ListKeyAccounts([AsParameters] ListKeyAccounts query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a key account</summary>
    /// <remarks>Also one that ended.</remarks>
    /// <param name="id">The key account.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetKeyAccount(KeyAccountId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetKeyAccount(id), ct).Ok();

    /// <summary>Reads the history of a key account</summary>
    /// <remarks>Everything that happened, with tier, account manager and sponsor from then on. Nothing of it is ever changed.</remarks>
    /// <param name="id">The key account.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetKeyAccountHistory(KeyAccountId id, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetKeyAccountHistory(id), ct).Ok();

    /// <summary>Tells when contact is due</summary>
    /// <remarks>
    /// From the last contact in which somebody of the account was reached, in open hours. Where it lapses the account manager is told, once until there is contact again,
    /// and work is opened.
    /// </remarks>
    /// <param name="id">The key account.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetAccountCadence(KeyAccountId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetAccountCadence(id), ct).Ok();

    /// <summary>Revises a key account</summary>
    /// <remarks>Changes the given members and leaves the others; the team is replaced as a whole. A second account manager is refused, never added in silence.</remarks>
    /// <param name="id">The key account.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseKeyAccount(
        KeyAccountId id, Patch<AccountTerms> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseKeyAccount(id, changes, ifMatch), ct).Ok();

    /// <summary>Records the review of a key account</summary>
    /// <remarks>It was looked at whether the customer still is one; this says why, and when it is looked at again.</remarks>
    /// <param name="id">The key account.</param>
    private static Task<IResult> ReviewKeyAccount(KeyAccountId id, AccountReviewBody review, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviewKeyAccount(id, review), ct).Ok();

    /// <summary>Ends a key account</summary>
    /// <remarks>The record stays with its history, and what begins from now on takes the usual policies. The customer may be designated anew.</remarks>
    /// <param name="id">The key account.</param>
    private static Task<IResult> EndKeyAccount(KeyAccountId id, AccountEndBody end, Dispatcher send, CancellationToken ct) =>
        send.Send(new EndKeyAccount(id, end.Reason), ct).Ok();

    /// <summary>Previews criteria</summary>
    /// <remarks>Tells whom criteria would designate who is no key account yet. Nothing is stored; the count is the expected of the designation.</remarks>
    private static Task<IResult> PreviewCriteria(PreviewCriteria question, Dispatcher send, CancellationToken ct) => send.Send(question, ct).Ok();

    /// <summary>Designates by criteria</summary>
    /// <remarks>Designates everybody whom criteria name, at most 100, all or none, and only while they are as many as the preview told.</remarks>
    private static Task<IResult> DesignateByCriteria(DesignateByCriteria designation, Dispatcher send, CancellationToken ct) => send.Send(designation, ct).Ok();

    /// <summary>Tells whether a customer is a key account</summary>
    /// <remarks>By a designation of their own, or by that of an organisation that they work for, represent or belong to.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCustomerStanding(CustomerId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCustomerStanding(id), ct).Ok();

    /// <summary>Reads the people of an account</summary>
    /// <remarks>Everybody who works for, represents or belongs to it, with their part in decisions, how they stand to us and when we last turned to them; and what is missing.</remarks>
    /// <param name="id">The key account.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetStakeholderMap(KeyAccountId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetStakeholderMap(id), ct).Ok();

    /// <summary>Places somebody on the map of an account</summary>
    /// <remarks>Or says anew what part they play, how they stand to us and to whom they report. Nobody reports to themselves, directly or round a corner.</remarks>
    /// <param name="id">The key account.</param>
    private static Task<IResult> PlaceStakeholder(KeyAccountId id, StakeholderBody stakeholder, Dispatcher send, CancellationToken ct) =>
        send.Send(new PlaceStakeholder(id, stakeholder), ct).Ok();

    /// <summary>Takes somebody off the map of an account</summary>
    /// <remarks>With the lines that led to them. Their relation to the account stays.</remarks>
    /// <param name="id">The key account.</param>
    /// <param name="customerId">Who.</param>
    private static Task<IResult> RemoveStakeholder(KeyAccountId id, CustomerId customerId, Dispatcher send, CancellationToken ct) =>
        send.Send(new RemoveStakeholder(id, customerId), ct).NoContent();

    /// <summary>Tells how an account does and why</summary>
    /// <remarks>
    /// A score of 0 to 100 from contact, promises, complaints, satisfaction and the trend of value in the last 90 days, of the customer and everybody who acts for it, each
    /// with its weight and reason, and the series of before. Satisfaction is by half how contacts ended and what customers answered after a sale. A fall by ten or more is told to the account manager.
    /// </remarks>
    /// <param name="id">The key account.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetAccountHealth(KeyAccountId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetAccountHealth(id), ct).Ok();

    /// <summary>Reads what the factors of health weigh</summary>
    /// <remarks>Those that were shipped until the tenant says otherwise.</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetHealthWeights(string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetHealthWeights(), ct).Ok();

    /// <summary>Says what the factors of health weigh</summary>
    /// <remarks>For every key account from now on. What was kept before stays as it is.</remarks>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> WeighHealth(HealthWeightsBody weights, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new WeighHealth(weights, ifMatch), ct).Ok();
}
