using Crm.Domain;
using Crm.Domain.Segments;
using FluentValidation;

namespace Crm.Application.Segments;

public sealed record DefineSegment(SegmentContent Content) : ICommand<SegmentDetails>;

internal sealed class DefineSegmentHandler(ICrmDb db, TimeProvider clock, IValidator<SegmentContent> validator) : ICommandHandler<DefineSegment, SegmentDetails>
{
    public Task<Result<SegmentDetails>> Handle(DefineSegment command, CancellationToken ct) => Task.FromResult(Handle(command));

    private Result<SegmentDetails> Handle(DefineSegment command)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (Segment.Define(command.Content, clock.GetUtcNow()).Failed(out var error, out var segment))
        {
            return error;
        }
        db.Segments.Add(segment);
        return SegmentDetails.Of(segment);
    }
}
