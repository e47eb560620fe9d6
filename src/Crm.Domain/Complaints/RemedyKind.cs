namespace Crm.Domain.Complaints;

/// <summary>What a complaint may be made good with.</summary>
public enum RemedyKind { Refund, Replacement, Discount, Points, Gift, Gesture, ApologyLetter }
