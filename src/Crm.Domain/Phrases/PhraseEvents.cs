namespace Crm.Domain.Phrases;

[EventType("phrase.added", 1, "The tenant put a phrase of its own on the list of what customers should not read.")]
public sealed record PhraseAdded(PhraseId PhraseId) : IDomainEvent;

[EventType("phrase.revised", 1, "The tenant changed a phrase on the list of what customers should not read.")]
public sealed record PhraseRevised(PhraseId PhraseId) : IDomainEvent;

[EventType("phrase.removed", 1, "The tenant took a phrase off the list of what customers should not read.")]
public sealed record PhraseRemoved(PhraseId PhraseId) : IDomainEvent;
