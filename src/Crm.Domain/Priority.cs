namespace Crm.Domain;

/// <summary>How soon a matter wants to be dealt with, in rising order.</summary>
public enum Priority { Low, Normal, High, Urgent }
