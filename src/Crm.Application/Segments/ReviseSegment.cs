using Crm.Domain;
using Crm.Domain.Segments;
using FluentValidation;

namespace Crm.Application.Segments;

public sealed record ReviseSegment(SegmentId Id, Patch<SegmentContent> Changes, IfMatch IfMatch) : ICommand<SegmentDetails>;

internal sealed class ReviseSegmentHandler(ICrmDb db, TimeProvider clock, IValidator<SegmentContent> validator) : ICommandHandler<ReviseSegment, SegmentDetails>
{
    public async Task<Result<SegmentDetails>> Handle(ReviseSegment command, CancellationToken ct)
    {
        if ((await db.Segments.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var segment)
            || command.Changes.ApplyTo(segment.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        return segment.Revise(content, clock.GetUtcNow()).Failed(out error) ? error : SegmentDetails.Of(segment);
    }
}
