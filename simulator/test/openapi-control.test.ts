import assert from "node:assert/strict";
import { test } from "node:test";
import { controlApi } from "../src/control/control-api.ts";
import { documentedLevers } from "../src/openapi/control.ts";
import { createSimulator } from "../src/simulator.ts";
import { Documented } from "./documented.ts";
import { CREDENTIALS, GOOD, openBkash } from "./open-bkash.ts";
import { subscribed } from "./webhook-receiver.ts";

test("every lever answers as the control document says, when it works and when it complains", async (t) => {
  const bkash = await openBkash(t);
  const control = await Documented.open(bkash, "control");
  const open = await bkash.createdId({ amount: "7" });
  const { paymentID, trxID } = await bkash.paid();
  await bkash.call("POST", "refund", { paymentID, trxID, amount: "10", sku: "a", reason: "b" });
  await bkash.execute(paymentID);

  for (const path of ["/health", "/credentials", "/payments", "/ledger", "/calls", "/wallets", "/settings"]) {
    await control.send("GET", path);
  }
  for (const path of ["/calls.har", "/calls/1", "/calls/99999", "/calls?whole=true"]) {
    await control.send("GET", path);
  }
  for (const path of [
    "/switches",
    "/magic",
    "/clock",
    "/openapi/checkout.json",
    "/openapi/tokenized.json",
    "/openapi/control.json",
  ]) {
    await control.send("GET", path);
  }
  await control.send("GET", `/ledger?paymentID=${paymentID}`);
  await control.send("GET", `/calls?paymentID=${paymentID}&operation=execute`);

  for (const id of [open, paymentID, "none"]) {
    await control.send("GET", `/payments/${id}`);
    await control.send("GET", `/payments/${id}/outlook`);
  }
  await control.send("POST", `/payments/${open}/authorise`, "[]");
  await control.send("POST", `/payments/${open}/authorise`, { otp: "000000" });
  await control.send("POST", `/payments/${open}/authorise`, { phone: GOOD });
  await control.send("POST", `/payments/${open}/authorise`);
  await control.send("POST", "/payments/none/authorise");
  await control.send("POST", `/payments/${open}/cancel`);
  await control.send("POST", "/payments/none/cancel");

  await control.send("PUT", "/wallets/01511111111", { balance: "5", status: "active" });
  await control.send("PUT", "/wallets/017", {});

  const fault = { operation: "execute", fault: "slow", paymentID: open, times: "always" };
  const planted = await control.send("POST", "/faults", fault);
  await control.send("POST", "/faults", { fault: "sadness" });
  await control.send("GET", "/faults");
  await control.send("DELETE", `/faults/${String(planted.body["id"])}`);
  await control.send("DELETE", "/faults/none");
  await control.send("DELETE", "/faults");

  await control.send("PATCH", "/settings", { orgName: "My shop" });
  await control.send("PATCH", "/settings", { nothing: 1 });
  await control.send("POST", "/clock", { advanceSeconds: 1 });
  await control.send("POST", "/clock", {});

  const sending = { trxID, variant: "genuine" };
  await control.send("POST", "/webhooks/send", sending);
  const { id, nth } = await subscribed(t, bkash);
  await control.send("POST", "/webhooks/subscriptions", { url: "http://127.0.0.1:1/" });
  await control.send("POST", "/webhooks/subscriptions", { url: "ftp://127.0.0.1/" });
  await control.send("POST", "/webhooks/send", sending);
  await control.send("POST", "/webhooks/send", { ...sending, copies: 0 });
  await control.send("POST", "/webhooks/send", { ...sending, trxID: "NOTHING123" });
  const { envelope } = await nth(2);
  await control.send("POST", `/webhooks/messages/${String(envelope["MessageId"])}/resend`);
  await control.send("POST", "/webhooks/messages/none/resend");
  await control.send("GET", "/webhooks");
  await control.send("DELETE", `/webhooks/subscriptions/${id}`);
  await control.send("DELETE", "/webhooks/subscriptions/none");

  await control.send("GET", "/scenarios");
  await control.send("POST", "/scenarios/uat-checklist", { seed: 1 });
  await control.send("POST", "/scenarios/sunny");
  await control.send("POST", "/snapshot", (await control.send("GET", "/snapshot")).text);
  await control.send("POST", "/snapshot", "{}");
  await control.send("POST", "/tokens/revoke");
  await control.send("POST", "/reset", { keepTokens: "yes" });
  await control.send("POST", "/reset", { keepTokens: true, orgName: "My shop" });
  assert.deepEqual(control.unseen(), []);
});

test("every lever of the program is in its document, and no other", () => {
  const control = controlApi(createSimulator(CREDENTIALS), {});
  const levers = control.routes
    .filter(({ method }) => method !== "ALL")
    // The document writes parameters as {name}.
    .map(({ method, path }) => `${method} ${path.slice(1).replaceAll(/:(\w+)(\{.*?\})?/g, "{}")}`);
  const documented = documentedLevers().map((lever) => lever.replaceAll(/\{\w+\}/g, "{}"));
  assert.deepEqual([...new Set(levers)].toSorted(), documented.toSorted());
});
