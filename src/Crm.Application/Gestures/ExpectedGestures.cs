using Crm.Domain;
using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>Keeps, in the transaction of a bad experience, for which standing gestures it is an occasion and on which day.</summary>
internal sealed class ExpectedGestures(ICrmDb db, StandingGesturesInForce inForce, Caller caller, TimeProvider clock)
{
    public async Task Expect(GestureTrigger trigger, CustomerId customer, RecordId cause, int? rating, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), caller.Today(clock));
        foreach (var standing in (await inForce.Of(db, caller.Tenant.Number, ct)).Where(g => g.Content.Trigger == trigger && !(rating > g.Content.RatingAtMost)))
        {
            var due = today.AddDays(standing.Content.AfterDays!.Value);
            if (!standing.Content.IsOn(due))
            {
                continue;
            }
            var occurrence = cause.ToString();
            if (await db.StandingOccasions.FirstOrDefaultAsync(o => o.StandingGestureId == standing.Id && o.CustomerId == customer && o.Occurrence == occurrence, ct) is { } known)
            {
                known.ExpectAgain(due, now);
            }
            else
            {
                db.StandingOccasions.Add(StandingOccasion.Expect(standing.Id, customer, occurrence, cause, due, now));
            }
        }
    }
}
