using System.Text.Json.Serialization;
using Crm.Application.Customers;
using Crm.Domain.Customers;

namespace Crm.Application;

/// <summary>Serialisers made at compile time, for what is on the hot path. Everything else is made at run time.</summary>
[JsonSerializable(typeof(RegisterCustomer))]
[JsonSerializable(typeof(CustomerProfile))]
[JsonSerializable(typeof(CustomerDetails))]
[JsonSerializable(typeof(CustomerRow))]
[JsonSerializable(typeof(Page<CustomerRow>))]
internal sealed partial class CrmJsonContext : JsonSerializerContext;
