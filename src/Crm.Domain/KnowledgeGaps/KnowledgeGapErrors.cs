namespace Crm.Domain.KnowledgeGaps;

public static class KnowledgeGapErrors
{
    public static readonly Error AlreadyAnswered = new(ErrorKind.Conflict, "knowledge_gap.already_answered",
        "The question was answered already. Raise a new one.");

    public static readonly Error Withdrawn = new(ErrorKind.Conflict, "knowledge_gap.withdrawn",
        "The question was withdrawn. Raise a new one.");
}
