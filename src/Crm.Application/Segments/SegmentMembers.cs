using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Segments;

namespace Crm.Application.Segments;

/// <summary>
/// A rule as a query. Each fact is one predicate that both stores translate: members of the customer are read from one index that has them all, the rest is a seek in the
/// index of terms, contacts or consents. What a rule compares with is always a parameter.
/// </summary>
internal static class SegmentMembers
{
    /// <summary>The active customers for whom the rule holds.</summary>
    public static IQueryable<Customer> MembersOf(this ICrmDb db, SegmentRule rule, DateTimeOffset now)
    {
        var members = db.Customers.Where(c => c.State == CustomerState.Active);
        return rule.All.Aggregate(members, (rows, clause) => rows.Where(clause.Any.Select(c => Holds(db, c, now)).Aggregate(Or)));
    }

    /// <summary>Those of them who may be turned to on a channel for a purpose, and have something to be reached by.</summary>
    public static IQueryable<Customer> ReachableOn(this IQueryable<Customer> members, ICrmDb db, ContactChannel channel, string purpose, DateTimeOffset now) =>
        members.Where(Not(Silent(channel, now))).Where(Allowed(db, channel, purpose)).Where(Addressed(db, channel));

    /// <summary>The customer wished not to be contacted, which goes before every consent.</summary>
    public static Expression<Func<Customer, bool>> Silent(ContactChannel channel, DateTimeOffset now)
    {
        var mask = DoNotContact.MaskOf(channel);
        return c => (c.SilentOn & mask) != 0 && (c.SilentUntil == null || c.SilentUntil > now);
    }

    /// <summary>There is the consent that the purpose needs.</summary>
    public static Expression<Func<Customer, bool>> Allowed(ICrmDb db, ContactChannel channel, string purpose) =>
        purpose == ConsentContent.Service ? Not(Decided(db, channel, purpose, ConsentDecision.Withdrawn)) : Decided(db, channel, purpose, ConsentDecision.Granted);

    /// <summary>The last decision about the purpose on the channel is this one.</summary>
    public static Expression<Func<Customer, bool>> Decided(ICrmDb db, ContactChannel channel, string purpose, ConsentDecision decision)
    {
        var about = db.Consents.Where(k => k.Purpose == purpose && (k.Channel == null || k.Channel == channel));
        return c => about.Any(k => k.CustomerId == c.Id && k.Decision == decision
            && !about.Any(later => later.CustomerId == k.CustomerId && (later.At > k.At || (later.At == k.At && later.Id > k.Id))));
    }

    /// <summary>There is a contact point for the channel; meeting in person and chatting need none.</summary>
    public static Expression<Func<Customer, bool>> Addressed(ICrmDb db, ContactChannel channel)
    {
        if (channel is ContactChannel.InPerson or ContactChannel.Chat)
        {
            return c => true;
        }
        var kind = channel switch { ContactChannel.Email => ContactPointKind.Email, ContactChannel.Post => ContactPointKind.Post, ContactChannel.Social => ContactPointKind.Social, _ => ContactPointKind.Phone };
        var (from, to) = CustomerTerm.ContactsOf(kind);
        return c => db.CustomerTerms.Any(t => t.CustomerId == c.Id && t.Term >= from && t.Term < to);
    }

    public static Expression<Func<Customer, bool>> Not(Expression<Func<Customer, bool>> one) => Expression.Lambda<Func<Customer, bool>>(Expression.Not(one.Body), one.Parameters);

    private static Expression<Func<Customer, bool>> Holds(ICrmDb db, SegmentCondition condition, DateTimeOffset now) =>
        condition.Not ? Not(Asked(db, condition, now)) : Asked(db, condition, now);

    private static Expression<Func<Customer, bool>> Asked(ICrmDb db, SegmentCondition condition, DateTimeOffset now)
    {
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
            case SegmentFact.PhoneCountry:
                return condition.Values.Select(v => CustomerTerm.PhonesOf(PhoneNumber.CallingCodeOf(v)!)).Select(r => Between(db, r.From, r.To)).Aggregate(Or);
            case SegmentFact.Tag:
                return Having(db, condition.Values.Select(CustomerTerm.Tag));
            case SegmentFact.Attribute:
                return Having(db, condition.Values.Select(v => CustomerTerm.Attribute(condition.Key!, v)));
            case SegmentFact.LastContact:
                _ = Durations.TryParse(condition.Within, out var within);
                var since = now - within;
                return c => db.Interactions.Any(i => i.CustomerId == c.Id && i.StartedAt >= since && i.Correction == null);
            case SegmentFact.Consent:
                return Decided(db, condition.Channel!.Value, condition.Key!, ConsentDecision.Granted);
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

    /// <summary>A set of customers to seek in, rather than a question for each, since a tag is usually on few.</summary>
    private static Expression<Func<Customer, bool>> Having(ICrmDb db, IEnumerable<ByteKey> terms) =>
        terms.Distinct().Select(term => (Expression<Func<Customer, bool>>)(c => db.CustomerTerms.Where(t => t.Term == term).Select(t => t.CustomerId).Contains(c.Id))).Aggregate(Or);

    private static Expression<Func<Customer, bool>> Between(ICrmDb db, ByteKey from, ByteKey to) => c => db.CustomerTerms.Any(t => t.CustomerId == c.Id && t.Term >= from && t.Term < to);

    private static Expression<Func<Customer, bool>> Or(Expression<Func<Customer, bool>> one, Expression<Func<Customer, bool>> other) =>
        Expression.Lambda<Func<Customer, bool>>(Expression.OrElse(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed record Held<T>(T Value);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
