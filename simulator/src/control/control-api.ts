import { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { GOOD_WALLETS, type WalletStatus } from "../bank.ts";
import { describeFaults } from "../fault-kinds.ts";
import { describeMagic } from "../magic.ts";
import { readAmount } from "../money.ts";
import { originOf } from "../origin.ts";
import { changeSettings, describeSwitches } from "../settings.ts";
import { resetSimulator, type Simulator } from "../simulator.ts";
import { authorisePayment } from "./authorise.ts";
import { documentedLevers } from "../openapi/control.ts";
import { addOutlook } from "./outlook.ts";
import { addCalls } from "./calls-control.ts";
import { addClock } from "./clock-control.ts";
import { addOpenApi } from "./openapi-control.ts";
import { reportFault, reportHealth, reportLedger, reportPayment, reportWallet } from "./report.ts";
import { complain, readObject } from "./respond.ts";
import { addState } from "./state-control.ts";
import { addWebhooks, type WebhookOptions } from "./webhooks-control.ts";

const WALLET_STATUSES: readonly WalletStatus[] = ["active", "debit-blocked", "pin-locked"];

const KNOWN = documentedLevers().join(", ");

/** The levers behind the stage, for tests and benchmarks; to be mounted at /__simulator. */
export function controlApi(simulator: Simulator, options: WebhookOptions): Hono<NodeEnv> {
  const control = new Hono<NodeEnv>();

  // A page that somebody browses must not pull levers on this machine; programs send no Origin.
  control.use(async (c, next) => {
    const origin = c.req.header("origin");
    if (origin !== undefined && origin !== originOf(c.req.url)) {
      return complain(c, 403, "The control API answers programs, not web pages of other origins.");
    }
    return next();
  });

  control.get("/health", (c) => c.json(reportHealth(simulator)));
  control.get("/magic", (c) => c.json({ magic: describeMagic() }));
  control.get("/ledger", (c) => c.json(reportLedger(simulator, c.req.query("paymentID"))));
  addCalls(control, simulator);
  addOutlook(control, simulator);
  addPayments(control, simulator);
  addWallets(control, simulator);
  addFaults(control, simulator);
  addSettings(control, simulator);
  addState(control, simulator);
  addClock(control, simulator);
  addWebhooks(control, simulator, options);
  addOpenApi(control);
  control.all("/*", (c) => complain(c, 404, `No such lever. Known: ${KNOWN}.`));
  return control;
}

function addPayments(control: Hono<NodeEnv>, simulator: Simulator): void {
  const { payments } = simulator;
  const unknown =
    "There is no such payment. Use the paymentID that create answered with, since the last reset.";
  control.get("/payments/:id", (c) => {
    const payment = payments.find(c.req.param("id"));
    return payment ? c.json(reportPayment(payment, payments.isExpired(payment))) : complain(c, 404, unknown);
  });
  control.post("/payments/:id/authorise", async (c) => {
    const body = await readObject(c);
    if (typeof body === "string") return complain(c, 400, body);
    const payment = payments.find(c.req.param("id"));
    if (!payment) return complain(c, 404, unknown);
    const answer = authorisePayment(simulator, payment.paymentID, { wallet: GOOD_WALLETS[0], ...body });
    if (!answer.ok) return c.json({ error: answer.error, errorCode: answer.errorCode }, 409);
    return c.json(reportPayment(payment, false));
  });
  control.post("/payments/:id/cancel", (c) => {
    const payment = payments.find(c.req.param("id"));
    if (!payment) return complain(c, 404, unknown);
    payments.cancel(payment);
    simulator.windowEvents.note(simulator.clock.now(), payment.paymentID, "cancel", "0000");
    return c.json(reportPayment(payment, payments.isExpired(payment)));
  });
}

function addWallets(control: Hono<NodeEnv>, { bank }: Simulator): void {
  control.get("/wallets", (c) => c.json({ wallets: bank.wallets().map(reportWallet) }));
  control.put("/wallets/:msisdn", async (c) => {
    const body = await readObject(c);
    if (typeof body === "string") return complain(c, 400, body);
    const msisdn = c.req.param("msisdn");
    if (!/^01[3-9]\d{8}$/.test(msisdn)) return complain(c, 400, "A wallet number looks like 01770618575.");
    const balance = body["balance"] === undefined ? undefined : readAmount(body["balance"]);
    if (body["balance"] !== undefined && !balance)
      return complain(c, 400, `"balance" is taka, like "150.00".`);
    const status = body["status"] as WalletStatus | undefined;
    if (status !== undefined && !WALLET_STATUSES.includes(status)) {
      return complain(c, 400, `"status" is one of: ${WALLET_STATUSES.join(", ")}.`);
    }
    const wallet = bank.setWallet(msisdn, {
      ...(balance && { balance: balance.inPoisha }),
      ...(status && { status }),
    });
    return c.json(reportWallet(wallet));
  });
}

function addFaults(control: Hono<NodeEnv>, { faults }: Simulator): void {
  control.get("/faults", (c) => c.json({ faults: faults.list().map(reportFault), known: describeFaults() }));
  control.post("/faults", async (c) => {
    const body = await readObject(c);
    const fault = typeof body === "string" ? body : faults.add(body);
    return typeof fault === "string" ? complain(c, 400, fault) : c.json(reportFault(fault), 201);
  });
  control.delete("/faults", (c) => c.json({ removed: faults.remove() }));
  control.delete("/faults/:id", (c) => {
    const removed = faults.remove(c.req.param("id"));
    return removed > 0
      ? c.json({ removed })
      : complain(c, 404, "No such fault waits. It may have been used up.");
  });
}

function addSettings(control: Hono<NodeEnv>, simulator: Simulator): void {
  const { settings, tokens } = simulator;
  control.get("/settings", (c) => c.json(settings));
  control.get("/switches", (c) => c.json({ switches: describeSwitches() }));
  control.patch("/settings", async (c) => {
    const body = await readObject(c);
    const wrong = typeof body === "string" ? body : changeSettings(settings, body);
    return wrong ? complain(c, 400, wrong) : c.json(settings);
  });
  control.post("/reset", async (c) => {
    const body = await readObject(c);
    if (typeof body === "string") return complain(c, 400, body);
    const { keepTokens = false, ...changes } = body;
    if (typeof keepTokens !== "boolean") return complain(c, 400, `"keepTokens" must be true or false.`);
    const wrong = resetSimulator(simulator, changes, keepTokens);
    return wrong ? complain(c, 400, wrong) : c.json({ reset: true, settings });
  });
  control.post("/tokens/revoke", (c) => {
    tokens.revokeAll();
    return c.json({ revoked: true });
  });
}
