using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

/// <summary>
/// Who sees a private interaction: its author, whoever had the contact, and holders of interactions:read-private (S4-INTERNAL-1). For
/// everybody else it does not exist: not by id, in no list, in no count.
/// </summary>
internal static class InteractionVisibility
{
    public static Author Author(this Caller caller) => new(caller.StaffId, caller.CredentialKey);

    public static IQueryable<Interaction> SeenBy(this IQueryable<Interaction> interactions, Caller caller)
    {
        if (caller.May(Permission.InteractionsReadPrivate))
        {
            return interactions;
        }
        // Nobody has the empty id, so a credential without a member of staff matches none.
        var (me, credential) = (caller.StaffId ?? default, caller.CredentialKey);
        return interactions.Where(i => i.Visibility != Visibility.Private || i.StaffId == me || i.RecordedById == me || i.Author == credential);
    }

    public static IQueryable<TimelineEntry> SeenBy(this IQueryable<TimelineEntry> entries, Caller caller)
    {
        if (!caller.May(Permission.InteractionsRead))
        {
            entries = entries.Where(t => !t.Type.StartsWith("interaction."));
        }
        if (caller.May(Permission.InteractionsReadPrivate))
        {
            return entries;
        }
        var (me, credential) = (caller.StaffId ?? default, caller.CredentialKey);
        return entries.Where(t => (t.OnlyFor == null && t.OnlyForCredential == null) || t.OnlyFor == me || t.OnlyForCredential == credential);
    }

    /// <summary>Without what is corrected: what counts as having taken place.</summary>
    public static IQueryable<Interaction> ThatStand(this IQueryable<Interaction> interactions) => interactions.Where(i => i.Correction == null);
}
