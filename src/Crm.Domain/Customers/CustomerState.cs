namespace Crm.Domain.Customers;

/// <summary>Whether a customer's record is in use. The other states are tombstones: found by id and in the change feed, in no other list.</summary>
public enum CustomerState { Active, Merged, Erased, Deleted }
