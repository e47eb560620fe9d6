using System.Globalization;
using Crm.Application.Customers;
using Crm.Application.Work;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Macros;
using Crm.Domain.Work;

namespace Crm.Application.Complaints;

/// <summary>What happens to every complaint that comes in, whoever takes it: an owner, its clocks and its work, and a confirmation to the customer at once (S3-SPEED-1).</summary>
internal sealed class Intake(ICrmDb db, Caller caller, PracticeClocks clocks)
{
    /// <summary>Who answers for it: who was named or takes it in, or else who has least to do among those who are impartial and speak the language.</summary>
    public async Task<Owner?> Owner(
        ChosenOwner chosen, Colleagues colleagues, string? language, DateTimeOffset now, CancellationToken ct)
    {
        if (chosen.Id is { } id)
        {
            return new(id, colleagues.Rows.First(c => c.Id == id).ManagerId ?? id, [AssignmentReason.ByName]);
        }
        return await db.ChooseOwner(caller, null, language, colleagues.Barred(), now, ct);
    }

    public async Task<ComplaintDetails> TakeIn(FiledComplaint filed, Owner? owner, DateTimeOffset now, CancellationToken ct)
    {
        var complaint = filed.Complaint;
        db.OnlyWhileActive(complaint.CustomerId);
        db.Complaints.Add(complaint);
        db.Append([filed.Statement]);
        var channel = AnsweredBy(complaint);
        var update = await clocks.Start(complaint, owner, channel is not null, ct);
        if (channel is { } way && complaint.Acknowledge(way, Confirmation(complaint, update), null, now).Failed(out var refused))
        {
            throw new InvalidOperationException($"A new complaint cannot be acknowledged: {refused.Code}.");
        }
        db.Record(complaint, caller, now);
        return ComplaintDetails.Of(new() { Complaint = complaint, Statement = filed.Statement.Words, HasOpenCommitments = false }, now) with
        {
            TrackingToken = filed.Tracking.Text,
            TrackingLink = filed.Tracking.LinkOf(caller),
        };
    }

    /// <summary>The first way to answer that could be read: nobody is confirmed to by letter without a person.</summary>
    private static IntakeChannel? AnsweredBy(Complaint complaint) =>
        complaint.Intake?.Contacts.FirstOrDefault(c => c.Verified && c.Kind is ContactPointKind.Email or ContactPointKind.Phone)?.Kind switch
        {
            ContactPointKind.Email => IntakeChannel.Email,
            ContactPointKind.Phone => IntakeChannel.Phone,
            _ => null,
        };

    /// <summary>Reference, next step and the day of the next news, in the customer's language. Nothing that the customer wrote is repeated.</summary>
    private string Confirmation(Complaint complaint, DateTimeOffset? update)
    {
        var language = (complaint.Language ?? caller.Tenant.Settings.Locale).Split('-')[0].ToLowerInvariant();
        var day = update is { } at ? MacroText.Written(caller.DayOf(at), language) : null;
        return language == "fa"
            ? string.Create(CultureInfo.InvariantCulture, $"شکایت شما با شمارهٔ {complaint.Reference} به دست ما رسید. گام بعدی: همکاری از ما با شما تماس می‌گیرد و به شما گوش می‌دهد.{(day is null ? "" : $" تا {day} از ما خبر می‌شنوید.")}")
            : string.Create(CultureInfo.InvariantCulture, $"We have your complaint under the reference {complaint.Reference}. The next step: somebody of ours contacts you and listens.{(day is null ? "" : $" You hear from us by {day}.")}");
    }
}
