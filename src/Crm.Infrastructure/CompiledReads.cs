using System.Collections.Concurrent;
using System.Linq.Expressions;
using Crm.Application;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

internal interface ICompiledRead<in TArg, TAnswer>
{
    Task<TAnswer?> First(TArg arg, CancellationToken ct);
    Task<List<TAnswer>> All(TArg arg, CancellationToken ct);
}

/// <summary>Compiled queries belong to one model, so each context type has its own.</summary>
internal static class CompiledReads<TContext> where TContext : CrmDbContext
{
    private static readonly ConcurrentDictionary<object, object> ByRead = new(ReferenceEqualityComparer.Instance);

    public static ICompiledRead<TArg, TAnswer> Of<TArg, TAnswer>(TContext context, Read<TArg, TAnswer> read) =>
        new Bound<TArg, TAnswer>(context, (Func<TContext, TArg, IAsyncEnumerable<TAnswer>>)ByRead.GetOrAdd(read, _ => Compile(read)));

    private static Func<TContext, TArg, IAsyncEnumerable<TAnswer>> Compile<TArg, TAnswer>(Read<TArg, TAnswer> read)
    {
        var context = Expression.Parameter(typeof(TContext), "context");
        var body = new OfContext(read.Query.Parameters[0], context).Visit(read.Query.Body);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<TContext, TArg, IQueryable<TAnswer>>>(body, context, read.Query.Parameters[1]));
    }

    /// <summary>Reads the interface's sets from the context itself.</summary>
    private sealed class OfContext(ParameterExpression db, ParameterExpression context) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == db ? Expression.Property(context, node.Member.Name) : base.VisitMember(node);
    }

    private sealed class Bound<TArg, TAnswer>(TContext context, Func<TContext, TArg, IAsyncEnumerable<TAnswer>> query) : ICompiledRead<TArg, TAnswer>
    {
        public async Task<TAnswer?> First(TArg arg, CancellationToken ct)
        {
            await foreach (var answer in query(context, arg).WithCancellation(ct))
            {
                return answer;
            }
            return default;
        }

        public async Task<List<TAnswer>> All(TArg arg, CancellationToken ct)
        {
            var answers = new List<TAnswer>();
            await foreach (var answer in query(context, arg).WithCancellation(ct))
            {
                answers.Add(answer);
            }
            return answers;
        }
    }
}
