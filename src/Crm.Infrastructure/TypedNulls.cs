using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;
using Microsoft.EntityFrameworkCore.SqlServer.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure;

#pragma warning disable EF1001 // How a query is written is EF's own matter, and there is no other place to say that a NULL has a type.
/// <summary>
/// Writes the type of a NULL that is selected. T-SQL takes a bare one of a subquery for an int, and a union of it with a date or an id may be refused.
/// </summary>
internal sealed class TypedNulls(QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource types, ISqlServerSingletonOptions options)
    : SqlServerQuerySqlGenerator(dependencies, types, options)
{
    protected override Expression VisitProjection(ProjectionExpression projectionExpression) => base.VisitProjection(
        projectionExpression.Expression is SqlConstantExpression { Value: null, TypeMapping: { } type } bare
            ? projectionExpression.Update(new SqlUnaryExpression(ExpressionType.Convert, bare, bare.Type, type))
            : projectionExpression);
}

internal sealed class TypedNullsFactory(QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource types, ISqlServerSingletonOptions options) : IQuerySqlGeneratorFactory
{
    public QuerySqlGenerator Create() => new TypedNulls(dependencies, types, options);
}
#pragma warning restore EF1001
