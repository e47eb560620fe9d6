using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Segments;

/// <summary>
/// A rule as a query. Each fact is one predicate that both stores translate, over what stands with the customer in one index (ADR 40); tags, attributes and key accounts are
/// sets, which the store seeks in where they are few. What a rule compares with is always a parameter.
/// </summary>
internal static class SegmentMembers
{
    /// <summary>The rule of a segment; null where there is none with this id.</summary>
    public static Task<SegmentRule?> RuleOf(this ICrmDb db, SegmentId id, CancellationToken ct) => db.Segments.Where(s => s.Id == id).Select(s => (SegmentRule?)s.Rule).FirstOrDefaultAsync(ct);

    /// <summary>The active customers for whom the rule holds.</summary>
    public static IQueryable<Customer> MembersOf(this ICrmDb db, SegmentRule rule, DateTimeOffset now)
    {
        var members = db.Customers.Where(c => c.State == CustomerState.Active);
        return rule.All.Aggregate(members, (rows, clause) => rows.Where(clause.Any.Select(c => Holds(db, c, now)).Aggregate(Or)));
    }

    /// <summary>Those of them who may be turned to on a channel for a purpose, and have something to be reached by.</summary>
    public static IQueryable<Customer> ReachableOn(this IQueryable<Customer> members, ContactChannel channel, string purpose, DateTimeOffset now) =>
        members.Where(Not(Silent(channel, now))).Where(Allowed(channel, purpose)).Where(Addressed(channel));

    /// <summary>The customer wished not to be contacted, which goes before every consent.</summary>
    public static Expression<Func<Customer, bool>> Silent(ContactChannel channel, DateTimeOffset now)
    {
        var mask = DoNotContact.MaskOf(channel);
        return c => (c.SilentOn & mask) != 0 && (c.SilentUntil == null || c.SilentUntil > now);
    }

    /// <summary>There is the consent that the purpose needs.</summary>
    public static Expression<Func<Customer, bool>> Allowed(ContactChannel channel, string purpose) =>
        purpose == ConsentContent.Service ? Not(Decided(channel, purpose, ConsentDecision.Withdrawn)) : Decided(channel, purpose, ConsentDecision.Granted);

    /// <summary>The last decision about the purpose on the channel is this one.</summary>
    public static Expression<Func<Customer, bool>> Decided(ContactChannel channel, string purpose, ConsentDecision decision)
    {
        if (!ConsentContent.IsPurpose(purpose))
        {
            return c => false;
        }
        var (onAll, onOne) = (ConsentsInForce.OnAll(purpose, decision), ConsentsInForce.On(channel, purpose, decision));
        return c => c.Decisions != null && (c.Decisions.Contains(onAll) || c.Decisions.Contains(onOne));
    }

    /// <summary>There is a contact point for the channel; meeting in person and chatting need none.</summary>
    public static Expression<Func<Customer, bool>> Addressed(ContactChannel channel)
    {
        if (channel is ContactChannel.InPerson or ContactChannel.Chat)
        {
            return c => true;
        }
        var mask = Customer.MaskOf(channel switch { ContactChannel.Email => ContactPointKind.Email, ContactChannel.Post => ContactPointKind.Post, ContactChannel.Social => ContactPointKind.Social, _ => ContactPointKind.Phone });
        return c => (c.AddressedBy & mask) != 0;
    }

    /// <summary>What keeps each of them from being reached, for one pass over all.</summary>
    public static Expression<Func<Customer, Reach>> Reached(ContactChannel channel, string purpose, DateTimeOffset now)
    {
        var customer = Expression.Parameter(typeof(Customer), "c");
        return Expression.Lambda<Func<Customer, Reach>>(
            Expression.MemberInit(Expression.New(typeof(Reach)),
                Bind(nameof(Reach.Silent), Silent(channel, now)), Bind(nameof(Reach.Withdrawn), Decided(channel, purpose, ConsentDecision.Withdrawn)),
                Bind(nameof(Reach.Allowed), Allowed(channel, purpose)), Bind(nameof(Reach.Addressed), Addressed(channel))),
            customer);

        MemberAssignment Bind(string member, Expression<Func<Customer, bool>> holds) =>
            Expression.Bind(typeof(Reach).GetProperty(member)!, new Replaced(holds.Parameters[0], customer).Visit(holds.Body));
    }

    public static Expression<Func<Customer, bool>> Not(Expression<Func<Customer, bool>> one) => Expression.Lambda<Func<Customer, bool>>(Expression.Not(one.Body), one.Parameters);

    private static Expression<Func<Customer, bool>> Holds(ICrmDb db, SegmentCondition condition, DateTimeOffset now) =>
        !condition.Not ? Asked(db, condition, now)
        : Terms(condition) is { } terms ? terms.Select(t => Lacking(db, t)).Aggregate(And)
        : Not(Asked(db, condition, now));

    private static Expression<Func<Customer, bool>> Asked(ICrmDb db, SegmentCondition condition, DateTimeOffset now)
    {
        if (Terms(condition) is { } terms)
        {
            return terms.Select(t => Having(db, t)).Aggregate(Or);
        }
        switch (condition.Fact)
        {
            case SegmentFact.Lifecycle:
                return condition.Choices<Lifecycle>() is [var stage] ? c => c.Lifecycle == stage : In(condition.Choices<Lifecycle>(), c => c.Lifecycle);
            case SegmentFact.Kind:
                return condition.Choices<CustomerKind>() is [var kind] ? c => c.Kind == kind : In(condition.Choices<CustomerKind>(), c => c.Kind);
            case SegmentFact.Language:
                return condition.Values.Select(v => v.ToLowerInvariant()).Select(v => (Expression<Func<Customer, bool>>)(c => c.Language == v)).Aggregate(Or);
            case SegmentFact.Owner:
                return condition.Values.Select(v => StaffId.Parse(v, null)).Select(v => (Expression<Func<Customer, bool>>)(c => c.OwnerId == v)).Aggregate(Or);
            case SegmentFact.KeyTier:
                var accounts = db.KeyAccounts.Where(k => k.EndedAt == null);
                return condition.Values.Count == 0 ? c => accounts.Select(k => k.CustomerId).Contains(c.Id)
                    : condition.Values.Select(v => (Expression<Func<Customer, bool>>)(c => accounts.Where(k => k.Tier == v).Select(k => k.CustomerId).Contains(c.Id))).Aggregate(Or);
            case SegmentFact.PhoneCountry:
                return condition.Values.Select(v => "+" + PhoneNumber.CallingCodeOf(v)).Distinct().Select(v => (Expression<Func<Customer, bool>>)(c => c.NumbersBegin != null && c.NumbersBegin.Contains(v))).Aggregate(Or);
            case SegmentFact.LastContact:
                _ = Durations.TryParse(condition.Within, out var within);
                var since = now - within;
                return c => c.LastContactAt != null && c.LastContactAt >= since;
            case SegmentFact.Consent:
                return Decided(condition.Channel!.Value, condition.Key!, ConsentDecision.Granted);
            case SegmentFact.Created:
                var (first, end) = (CustomerId.FirstAt(condition.From ?? DateTimeOffset.UnixEpoch), condition.Before is { } before ? CustomerId.FirstAt(before) : new CustomerId(Guid.AllBitsSet));
                return c => c.Id >= first && c.Id < end;
            default:
                throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    private static Expression<Func<Customer, bool>> In<T>(IReadOnlyList<T> values, Expression<Func<Customer, T>> member) =>
        values.Select(v => Expression.Lambda<Func<Customer, bool>>(Expression.Equal(member.Body, Expression.Property(Expression.Constant(new Held<T>(v)), nameof(Held<>.Value))), member.Parameters))
            .Aggregate(Or);

    private static IEnumerable<ByteKey>? Terms(SegmentCondition condition) => condition.Fact switch
    {
        SegmentFact.Tag => condition.Values.Select(CustomerTerm.Tag).Distinct(),
        SegmentFact.Attribute => condition.Values.Select(v => CustomerTerm.Attribute(condition.Key!, v)).Distinct(),
        _ => null,
    };

    /// <summary>A set of customers to seek in, rather than a question for each, since a tag is usually on few.</summary>
    private static Expression<Func<Customer, bool>> Having(ICrmDb db, ByteKey term) => c => db.CustomerTerms.Where(t => t.Term == term).Select(t => t.CustomerId).Contains(c.Id);

    /// <summary>Without the bit of the term a customer lacks it for certain; only the others are looked for in its set.</summary>
    private static Expression<Func<Customer, bool>> Lacking(ICrmDb db, ByteKey term)
    {
        var mark = CustomerTerm.MarkOf(term);
        return c => (c.Marks & mark) == 0 || !db.CustomerTerms.Where(t => t.Term == term).Select(t => t.CustomerId).Contains(c.Id);
    }

    private static Expression<Func<Customer, bool>> Or(Expression<Func<Customer, bool>> one, Expression<Func<Customer, bool>> other) => Joined(Expression.OrElse, one, other);

    private static Expression<Func<Customer, bool>> And(Expression<Func<Customer, bool>> one, Expression<Func<Customer, bool>> other) => Joined(Expression.AndAlso, one, other);

    private static Expression<Func<Customer, bool>> Joined(Func<Expression, Expression, Expression> join, Expression<Func<Customer, bool>> one, Expression<Func<Customer, bool>> other) =>
        Expression.Lambda<Func<Customer, bool>>(join(one.Body, new Replaced(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed record Held<T>(T Value);
}

internal sealed record Reach
{
    public required bool Silent { get; init; }
    public required bool Withdrawn { get; init; }
    public required bool Allowed { get; init; }
    public required bool Addressed { get; init; }
}
