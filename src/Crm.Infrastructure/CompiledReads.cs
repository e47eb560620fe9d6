using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
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
        var argument = read.Query.Parameters[1];
        var parts = new PartsOf(argument);
        var body = parts.Visit(new OfContext(read.Query.Parameters[0], context).Visit(read.Query.Body));
        ParameterExpression[] parameters = parts.Found.Count == 0 ? [context, argument] : [context, .. parts.Found.Values];
        var query = Expression.Lambda(typeof(Func<,>).Assembly.GetType($"System.Func`{parameters.Length + 1}")!
            .MakeGenericType([.. parameters.Select(p => p.Type), typeof(IQueryable<TAnswer>)]), body, parameters);
        var compiled = typeof(EF).GetMethods()
            .Single(m => m.Name == nameof(EF.CompileAsyncQuery) && m.GetGenericArguments().Length == parameters.Length + 1 && IsQueryable(m.GetParameters()[0]))
            .MakeGenericMethod([.. parameters.Select(p => p.Type), typeof(TAnswer)]).Invoke(null, [query])!;
        Expression[] given = parts.Found.Count == 0 ? [context, argument] : [context, .. parts.Found.Keys.Select(m => Expression.MakeMemberAccess(argument, m))];
        return Expression.Lambda<Func<TContext, TArg, IAsyncEnumerable<TAnswer>>>(Expression.Invoke(Expression.Constant(compiled), given), context, argument).Compile();
    }

    private static bool IsQueryable(ParameterInfo query) =>
        query.ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } answer && answer.GetGenericTypeDefinition() == typeof(IQueryable<>);

    /// <summary>A query takes single values: the members of an argument that has several become as many parameters.</summary>
    private sealed class PartsOf(ParameterExpression argument) : ExpressionVisitor
    {
        public Dictionary<MemberInfo, ParameterExpression> Found { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != argument)
            {
                return base.VisitMember(node);
            }
            if (!Found.TryGetValue(node.Member, out var part))
            {
                Found.Add(node.Member, part = Expression.Parameter(node.Type, "part" + node.Member.Name));
            }
            return part;
        }
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
