using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;

namespace Crm.Infrastructure;

#pragma warning disable EF1001 // A pool is the only place where it is decided which context is used next.
/// <summary>
/// Pools whose context that was given back last is given out next: its connection's pages and statements are still near. EF's own go round through as many contexts as were ever in use at once, and after
/// a burst of writers, who wait for their commits together, every read finds what it needs gone from the processor's caches.
/// </summary>
internal static class WarmContexts
{
    public static Func<TContext> Pool<TContext>(DbContextOptions<TContext> options, int mostIdle) where TContext : DbContext =>
        new PooledDbContextFactory<TContext>(new LastFirst<TContext>(options, mostIdle)).CreateDbContext;

    private sealed class LastFirst<TContext>(DbContextOptions<TContext> options, int mostIdle) : DbContextPool<TContext>(options) where TContext : DbContext
    {
        private readonly Stack<IDbContextPoolable> idle = new();
        private readonly Lock turn = new();

        public override IDbContextPoolable Rent()
        {
            lock (turn)
            {
                if (idle.TryPop(out var context))
                {
                    return context;
                }
            }
            return base.Rent();
        }

        public override void Return(IDbContextPoolable context)
        {
            context.ResetState();
            Keep(context);
        }

        public override async ValueTask ReturnAsync(IDbContextPoolable context, CancellationToken cancellationToken = default)
        {
            await context.ResetStateAsync(cancellationToken);
            Keep(context);
        }

        private void Keep(IDbContextPoolable context)
        {
            lock (turn)
            {
                if (idle.Count < mostIdle)
                {
                    idle.Push(context);
                    return;
                }
            }
            context.ClearLease();
            context.Dispose();
        }
    }
}
#pragma warning restore EF1001
