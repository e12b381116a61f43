import type { Context, Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { textOf } from "../api/api-call.ts";
import type { Capture } from "../bank.ts";
import { originOf } from "../origin.ts";
import type { Simulator } from "../simulator.ts";
import { authority } from "../webhooks/certificates.ts";
import type { Delivery } from "../webhooks/deliveries.ts";
import { describeForgeries, FORGERIES } from "../webhooks/forgeries.ts";
import { TOPIC_ARN, type Subscription } from "../webhooks/subscriptions.ts";
import { GENUINE, type Webhooks } from "../webhooks/webhooks.ts";
import { complain, readObject } from "./respond.ts";

export interface WebhookOptions {
  /** Origin to name in webhooks, when it is not the one that requests arrive at. */
  readonly publicUrl?: string | undefined;
}

const MOST_COPIES = 100;

/** Subscribers, sending by hand, and the log of deliveries. */
export function addWebhooks(control: Hono<NodeEnv>, simulator: Simulator, options: WebhookOptions): void {
  const { webhooks } = simulator;
  control.get("/webhooks", async (c) => c.json(await reportWebhooks(webhooks, originFor(c, options))));
  control.post("/webhooks/subscriptions", async (c) => {
    const body = await readObject(c);
    if (typeof body === "string") return complain(c, 400, body);
    const { url, signatureVersion = "1" } = body;
    const target = typeof url === "string" && URL.canParse(url) ? new URL(url) : undefined;
    if (!target || !/^https?:$/.test(target.protocol)) {
      return complain(
        c,
        400,
        `"url" must be an http or https address, like "http://localhost:3000/webhook".`,
      );
    }
    if (!webhooks.mayReach(target.href)) {
      return complain(
        c,
        400,
        "Webhooks stay on this machine: use localhost, or start the simulator with --allow-remote-webhooks.",
      );
    }
    if (signatureVersion !== "1" && signatureVersion !== "2") {
      return complain(c, 400, `"signatureVersion" is "1" (SHA-1) or "2" (SHA-256).`);
    }
    const subscription = await webhooks.subscribe(target.href, signatureVersion, originFor(c, options));
    return c.json(reportSubscription(subscription), 201);
  });
  control.delete("/webhooks/subscriptions/:id", async (c) => {
    const subscription = webhooks.subscriptions.find(c.req.param("id"));
    if (!subscription) return complain(c, 404, "There is no such subscription. GET webhooks lists them.");
    await webhooks.unsubscribe(subscription);
    return c.json(reportSubscription(subscription));
  });
  addSending(control, simulator);
}

function addSending(control: Hono<NodeEnv>, { webhooks, bank }: Simulator): void {
  control.post("/webhooks/send", async (c) => {
    const body = await readObject(c);
    if (typeof body === "string") return complain(c, 400, body);
    const { variant = GENUINE, copies = 1, delayMs = 0 } = body;
    const capture = bank.captureOf(textOf(body["trxID"]));
    if (!capture) return complain(c, 404, `"trxID" must name a completed payment. GET ledger lists them.`);
    if (variant !== GENUINE && !Object.hasOwn(FORGERIES, textOf(variant))) {
      return complain(c, 400, `"variant" is one of: ${[GENUINE, ...Object.keys(FORGERIES)].join(", ")}.`);
    }
    if (!isWhole(copies) || copies < 1 || copies > MOST_COPIES) {
      return complain(c, 400, `"copies" must be a whole number from 1 to ${MOST_COPIES}.`);
    }
    if (!isWhole(delayMs) || delayMs < 0)
      return complain(c, 400, `"delayMs" must be a whole number of milliseconds.`);
    return send(c, webhooks, capture, textOf(variant), copies, delayMs);
  });
  control.post("/webhooks/messages/:id/resend", (c) => {
    const earlier = webhooks.deliveries.findByMessage(c.req.param("id"));
    if (!earlier) return complain(c, 404, "There is no such messageId among the last deliveries.");
    return c.json(reportDelivery(webhooks.resend(earlier)), 201);
  });
}

async function send(
  c: Context<NodeEnv>,
  webhooks: Webhooks,
  capture: Capture,
  variant: string,
  copies: number,
  delayMs: number,
): Promise<Response> {
  const deliveries = await webhooks.send(capture, variant, copies, delayMs);
  if (deliveries.length === 0)
    return complain(c, 409, "Nobody is subscribed and confirmed. POST webhooks/subscriptions first.");
  return c.json({ deliveries: deliveries.map(reportDelivery) }, 201);
}

const originFor = (c: Context<NodeEnv>, { publicUrl }: WebhookOptions): string =>
  publicUrl ?? originOf(c.req.url);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

async function reportWebhooks(webhooks: Webhooks, origin: string) {
  const { fileName } = await authority();
  return {
    topicArn: TOPIC_ARN,
    certificateUrl: `${origin}/${fileName}`,
    caUrl: `${origin}/__simulator/webhooks/ca.pem`,
    subscriptions: webhooks.subscriptions.list().map(reportSubscription),
    deliveries: webhooks.deliveries.list().map(reportDelivery),
    variants: describeForgeries(),
  };
}

const reportSubscription = ({ id, url, signatureVersion, arn, state }: Subscription) => ({
  id,
  url,
  signatureVersion,
  arn,
  state,
});

const reportDelivery = ({ id, createdAt, parcel, outcome, attempts }: Delivery) => ({
  id,
  messageId: parcel.messageId,
  type: parcel.type,
  variant: parcel.variant,
  trxID: parcel.trxID,
  subscription: parcel.subscriptionId,
  url: parcel.url,
  createdAt: new Date(createdAt).toISOString(),
  outcome,
  attempts: attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at).toISOString() })),
});
