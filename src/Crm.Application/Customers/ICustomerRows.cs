using System.IO.Pipelines;
using System.Text.Json;

namespace Crm.Application.Customers;

/// <summary>The rows of every table that refers to a customer, found in the model of the store and nowhere listed.</summary>
public interface ICustomerRows
{
    /// <summary>How many rows of each table a merge would move.</summary>
    Task<IReadOnlyDictionary<string, int>> CountMoves(CustomerId loser, CustomerId survivor, CancellationToken ct);

    /// <summary>Moves them, and records which, in the transaction of the save.</summary>
    void Move(CustomerMergeId merge, CustomerId loser, CustomerId survivor);

    /// <summary>Moves back what this merge moved, in the transaction of the save.</summary>
    void MoveBack(CustomerMergeId merge, CustomerId loser, CustomerId survivor);

    /// <summary>How many rows of each table an erasure would delete or empty.</summary>
    Task<IReadOnlyDictionary<string, int>> CountErased(IReadOnlyList<CustomerId> customers, CancellationToken ct);

    /// <summary>Deletes or empties them as their tables declare, with the words of their audit entries, in the transaction of the save.</summary>
    void Erase(IReadOnlyList<CustomerId> customers);

    /// <summary>Writes the members rows and audit of an export: one query a table, streamed.</summary>
    Task Write(Utf8JsonWriter json, PipeWriter output, IReadOnlyList<CustomerId> customers, CancellationToken ct);
}
