using System.Runtime.CompilerServices;

namespace Crm.Infrastructure;

/// <summary>Marks a constant that is raw SQL for one of the stores, so that a test can parse it.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class StatementAttribute(StoreProvider provider, [CallerFilePath] string file = "") : Attribute
{
    public StoreProvider Provider { get; } = provider;
    public string File { get; } = Path.GetFileName(file);
}
