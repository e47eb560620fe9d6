// The walk of the README by the generated types: it must compile, and runs where CRM_URL and CRM_PLATFORM_KEY name an installation.
import { Client } from "./client";

export async function walk(base: string, platformKey: string): Promise<string> {
  const platform = new Client(base, platformKey);
  const tenant = await platform.send("post", "/v1/platform/tenants", {
    body: { slug: `walk-${Date.now()}`, name: "Saffron House", locale: "fa-IR", country: "IR" },
  });
  if (tenant.administratorKey === null) {
    throw new Error("The key of the first administrator is missing.");
  }
  const crm = new Client(base, tenant.administratorKey);
  const customer = await crm.send("post", "/v1/customers", {
    body: { kind: "person", givenName: "مریم", familyName: "احمدی", contactPoints: [{ kind: "phone", value: "۰۹۱۲ ۱۲۳ ۴۵۶۷" }] },
    headers: { "Idempotency-Key": "walk-1" },
  });
  const found = await crm.send("get", "/v1/customers", { query: { q: "احم", limit: 10 } });
  if (!found.data.some((row) => row.id === customer.id)) {
    throw new Error("The customer is not found by the beginning of the name.");
  }
  const revised = await crm.send("patch", "/v1/customers/{id}", {
    path: { id: customer.id }, body: { preferredName: "مریم خانم" }, headers: { "If-Match": `"${customer.version}"` },
  });
  const read = await crm.send("get", "/v1/customers/{id}", { path: { id: customer.id } });
  if (read.version !== revised.version || read.preferredName !== "مریم خانم") {
    throw new Error("The customer is not as it was revised.");
  }
  const call = await crm.send("post", "/v1/interactions", {
    body: {
      customerId: customer.id, channel: "phone", direction: "inbound", startedAt: new Date(Date.now() - 600_000).toISOString(),
      endedAt: new Date(Date.now() - 60_000).toISOString(), subject: "The parcel came late", words: "سه بار زنگ زدم و هیچ‌کس جواب نداد.",
      emotionAtStart: "angry", emotionAtEnd: "calm",
    },
    headers: { "Idempotency-Key": "walk-2" },
  });
  const calls = await crm.send("get", "/v1/interactions", { query: { customerId: customer.id, channel: ["phone"] } });
  if (calls.data.length !== 1 || calls.data[0]?.id !== call.id) {
    throw new Error("The call is not found by its customer.");
  }
  const timeline = await crm.send("get", "/v1/customers/{id}/timeline", { path: { id: customer.id } });
  if (!timeline.data.some((entry) => entry.type === "interaction.recorded" && entry.resourceId === call.id)) {
    throw new Error("The call does not stand in the timeline of the customer.");
  }
  return `${read.displayName}, version ${read.version}`;
}

declare const process: { env: Record<string, string | undefined> } | undefined;

const { CRM_URL, CRM_PLATFORM_KEY } = process?.env ?? {};
if (CRM_URL !== undefined && CRM_PLATFORM_KEY !== undefined) {
  console.log(await walk(CRM_URL, CRM_PLATFORM_KEY));
}
