namespace Crm.Domain.Interactions;

/// <summary>A contact with a customer, as it was. It is never changed; a mistake is corrected by a new one that names it (S5-360-1).</summary>
public sealed class Interaction : AggregateRoot<Interaction>, IResource
{
    private Interaction() { }

    public static string Prefix => "interaction";
}
