using System.Text.Json.Serialization;
using Crm.Application.Customers;
using Crm.Application.Interactions;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Application;

/// <summary>Serialisers made at compile time, for what is on the hot path. Everything else is made at run time.</summary>
[JsonSerializable(typeof(RegisterCustomer))]
[JsonSerializable(typeof(CustomerProfile))]
[JsonSerializable(typeof(CustomerDetails))]
[JsonSerializable(typeof(CustomerRow))]
[JsonSerializable(typeof(Page<CustomerRow>))]
[JsonSerializable(typeof(RecordInteraction))]
[JsonSerializable(typeof(InteractionContent))]
[JsonSerializable(typeof(InteractionDetails))]
[JsonSerializable(typeof(InteractionRow))]
[JsonSerializable(typeof(Page<InteractionRow>))]
internal sealed partial class CrmJsonContext : JsonSerializerContext;
