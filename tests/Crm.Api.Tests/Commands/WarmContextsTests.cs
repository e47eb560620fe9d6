using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Api.Tests.Commands;

/// <summary>The context that was used last is used next, and no more of them are kept than there may be (ADR 47).</summary>
public sealed class WarmContextsTests
{
    [Fact]
    public async Task The_context_that_came_back_last_goes_out_first()
    {
        var next = Pool(mostIdle: 2);
        var (first, second) = (next(), next());
        Assert.NotSame(first, second);
        await second.DisposeAsync();
        first.Dispose();
        Assert.Same(first, next());
        Assert.Same(second, next());
    }

    [Fact]
    public async Task What_is_more_than_is_kept_is_closed()
    {
        var next = Pool(mostIdle: 1);
        var (kept, tooMany, asynchronously) = (next(), next(), next());
        kept.Dispose();
        tooMany.Dispose();
        await asynchronously.DisposeAsync();
        Assert.All((Anything[])[tooMany, asynchronously], c => Assert.Throws<ObjectDisposedException>(() => c.Model));
        Assert.Same(kept, next());
        Assert.NotNull(kept.Model);
    }

    private static Func<Anything> Pool(int mostIdle) => WarmContexts.Pool(new DbContextOptionsBuilder<Anything>().UseSqlite("Data Source=:memory:").Options, mostIdle);

    private sealed class Anything(DbContextOptions<Anything> options) : DbContext(options);
}
