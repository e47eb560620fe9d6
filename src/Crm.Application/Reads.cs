using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace Crm.Application;

/// <summary>Puts a read together of parts that are used more than once, before it is compiled.</summary>
internal static class Reads
{
    public static Read<TArg, TAnswer> Over<TArg, TPart, TOther, TAnswer>(
        Expression<Func<ICrmDb, TArg, IQueryable<TPart>>> part, Expression<Func<ICrmDb, TArg, IQueryable<TOther>>> other,
        Expression<Func<ICrmDb, TArg, IQueryable<TPart>, IQueryable<TOther>, IQueryable<TAnswer>>> read)
    {
        var without = Expression.Lambda<Func<ICrmDb, TArg, IQueryable<TOther>, IQueryable<TAnswer>>>(
            Put(Put(part.Body, part.Parameters, read.Parameters), read.Body, read.Parameters[2]), read.Parameters[0], read.Parameters[1], read.Parameters[3]);
        return new(With(other, without));
    }

    /// <summary>The rows of all parts, in one command.</summary>
    public static Read<TArg, TAnswer> All<TArg, TAnswer>(params Expression<Func<ICrmDb, TArg, IQueryable<TAnswer>>>[] parts)
    {
        var parameters = parts[0].Parameters;
        return new(Expression.Lambda<Func<ICrmDb, TArg, IQueryable<TAnswer>>>(
            parts.Select(p => Put(p.Body, p.Parameters, parameters)).Aggregate((all, next) => Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(TAnswer)], all, next)), parameters));
    }

    /// <summary>The same part for several reads.</summary>
    public static Expression<Func<ICrmDb, TArg, IQueryable<TAnswer>>> With<TArg, TPart, TAnswer>(
        Expression<Func<ICrmDb, TArg, IQueryable<TPart>>> part, Expression<Func<ICrmDb, TArg, IQueryable<TPart>, IQueryable<TAnswer>>> read) =>
        Expression.Lambda<Func<ICrmDb, TArg, IQueryable<TAnswer>>>(
            Put(Put(part.Body, part.Parameters, read.Parameters), read.Body, read.Parameters[2]), read.Parameters[0], read.Parameters[1]);

    private static Expression Put(Expression body, ReadOnlyCollection<ParameterExpression> from, ReadOnlyCollection<ParameterExpression> to) => Put(to[1], Put(to[0], body, from[0]), from[1]);

    private static Expression Put(Expression what, Expression into, ParameterExpression at) => new Replaced(at, what).Visit(into);
}

/// <summary>Puts one expression in the place of a parameter of another.</summary>
internal sealed class Replaced(ParameterExpression one, Expression other) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == one ? other : node;
}
