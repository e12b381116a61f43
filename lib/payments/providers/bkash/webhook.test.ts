import { createServer } from "node:http";
import { Socket, type AddressInfo } from "node:net";
import { forgeWebhooks } from "@/lib/testing/forge-webhooks";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { openWebhookInbox, type WebhookInbox } from "@/lib/testing/webhook-inbox";
import type { WebhookDelivery } from "../../wallet-webhooks";
import { messengerOrigins, simulatedMessenger } from "./environment";
import { bkashWebhooks, type BkashWebhookParts } from "./webhook";
import { Certificates, getText } from "./webhook-certificates";

// The rules of a live shop, on messages that the simulator signs. It names Amazon's host in them, and what lies there at
// Amazon is fetched from the simulator.

let simulator: RunningSimulator;
let inbox: WebhookInbox;
let trxID: string;
beforeAll(async () => {
  simulator = await startSimulator();
  inbox = await openWebhookInbox(simulator);
});
afterAll(async () => {
  await inbox.close();
  await simulator.stop();
});
beforeEach(async () => {
  await simulator.reset();
  await inbox.control("PATCH", "settings", { webhookHost: "amazon" });
  inbox.clear();
  trxID = await pay();
});

const { topic, shortCode } = simulatedMessenger;
const AMAZON = "https://sns.ap-southeast-1.amazonaws.com";

/** A payment at bKash, made without any shop. */
async function pay(): Promise<string> {
  const api = `http://localhost:${simulator.port}/v1.2.0-beta/checkout`;
  const post = async (path: string, headers: Record<string, string>, body: unknown) => {
    const answer = await fetch(`${api}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const { id_token = "" } = await post(
    "token/grant",
    { username: "sandboxTestUser", password: "simulator-password" },
    { app_key: "simulator-app-key", app_secret: "simulator-app-secret" },
  );
  const signed = { authorization: id_token, "x-app-key": "simulator-app-key" };
  const invoice = { amount: "1250.00", currency: "BDT", intent: "sale", merchantInvoiceNumber: "S-10042-1" };
  const { paymentID = "" } = await post("payment/create", signed, invoice);
  await simulator.authorise(paymentID);
  return (await post(`payment/execute/${paymentID}`, signed, {})).trxID ?? "";
}

/** Where a live shop's messenger is at home, fetched from the simulator. */
const fromSimulator = (url: string) => getText(url.replace(AMAZON, `http://localhost:${simulator.port}`));

const reader = (parts: Partial<BkashWebhookParts> = {}) =>
  bkashWebhooks({
    topics: [topic],
    originsOf: (of) => messengerOrigins("live", 0, of),
    shortCode,
    getText: fromSimulator,
    ...parts,
  });

const now = () => Promise.resolve(new Date());
const later = (ms: number) => () => Promise.resolve(new Date(Date.now() + ms));

/** What the simulator sends about the payment. */
async function sent(variant: string, version: "1" | "2" = "1"): Promise<WebhookDelivery> {
  await inbox.subscribe(version);
  const before = inbox.received().length;
  await inbox.send(trxID, variant);
  return inbox.nth(before + 1);
}

/** Every connection that this process begins while it runs. */
async function connectionsDuring(run: () => Promise<void>): Promise<unknown[]> {
  const begun: unknown[] = [];
  const spy = jest.spyOn(Socket.prototype, "connect").mockImplementation(function (...args: unknown[]) {
    begun.push(args);
    throw new Error("no connection is allowed here");
  } as never);
  await run().finally(() => spy.mockRestore());
  return begun;
}

test.each(["1", "2"] as const)(
  "a message with signature version %s is read, without the payer's number",
  async (version) => {
    const reading = await reader().read(await sent("genuine", version), now);
    expect(reading).toMatchObject({
      kind: "notice",
      topic,
      notice: {
        trxId: trxID,
        invoiceNumber: "S-10042-1",
        amount: 125_000,
        currency: "BDT",
        isForeign: false,
        isCompleted: true,
      },
    });
    expect(JSON.stringify(reading)).not.toContain("01770618575");
  },
);

test("a message that holds an object instead of text is read as well, and so is one with a subject", async () => {
  await inbox.control("PATCH", "settings", { webhookMessageAs: "object", webhookSubject: "Payment" });
  expect(await reader().read(await sent("genuine"), now)).toMatchObject({ kind: "notice" });
});

test("with a coupon the price counts, not what the payer paid of it", async () => {
  await inbox.control("PATCH", "settings", { webhookCouponPoisha: 5_000 });
  const reading = await reader().read(await sent("genuine"), now);
  expect(reading).toMatchObject({ notice: { amount: 125_000, kept: { amount: "1200.00" } } });
});

test("an account that is partly masked is ours when the rest fits", async () => {
  await inbox.control("PATCH", "settings", { webhookShortCode: "masked" });
  const delivery = await sent("genuine");
  expect(await reader().read(delivery, now)).toMatchObject({ notice: { isForeign: false } });
  expect(await reader({ shortCode: "60011" }).read(delivery, now)).toMatchObject({
    notice: { isForeign: true },
  });
  expect(await reader({ shortCode: undefined }).read(delivery, now)).toMatchObject({
    notice: { isForeign: false },
  });
});

test.each([
  ["bad-signature", "signature"],
  ["attacker-signature", "signature"],
  ["foreign-cert-url", "certificate address"],
  ["other-topic", "topic"],
  ["old-timestamp", "too old"],
  ["future-timestamp", "from the future"],
  ["wrong-type-header", "type header"],
  ["unknown-signature-version", "no envelope"],
  ["oversized", "too large"],
  ["not-json", "no envelope"],
])("C36: %s is refused: %s", async (variant, reason) => {
  expect(await reader().read(await sent(variant), now)).toEqual({ kind: "refused", reason });
});

test.each([
  ["as it is sent", 0, "notice"],
  ["after 69 minutes", 69 * 60_000, "notice"],
  ["after 71 minutes", 71 * 60_000, "refused"],
  ["4 minutes before it is sent", -4 * 60_000, "notice"],
  ["6 minutes before it is sent", -6 * 60_000, "refused"],
  ["when the certificate has run out", 20 * 365 * 86_400_000, "refused"],
])("a message that arrives %s", async (_when, shift, kind) => {
  expect(await reader().read(await sent("genuine"), later(shift))).toMatchObject({ kind });
});

test("the clock is asked only once the signature fits", async () => {
  const asked = jest.fn(now);
  await reader().read(await sent("bad-signature"), asked);
  expect(asked).not.toHaveBeenCalled();
});

test("the certificate of another region than the topic's is refused", async () => {
  const elsewhere = topic.replace("ap-southeast-1", "eu-west-1");
  const delivery = await sent("genuine");
  const asEurope = { ...delivery, body: delivery.body.replace(topic, elsewhere) };
  expect(await reader({ topics: [elsewhere] }).read(asEurope, now)).toEqual({
    kind: "refused",
    reason: "certificate address",
  });
});

test("C36: 2,000 forged messages are refused without one connection", async () => {
  const opened: string[] = [];
  const webhooks = reader({ getText: (url) => (opened.push(url), fromSimulator(url)) });
  const genuine = await sent("genuine");
  expect(await webhooks.read(genuine, now)).toMatchObject({ kind: "notice" }); // its certificate is here now
  const refused = new Map<string, number>();
  const connections = await connectionsDuring(async () => {
    for (const forged of forgeWebhooks(genuine, 2_000)) {
      const reading = await webhooks.read(forged, now);
      if (reading.kind !== "refused")
        throw new Error(`${JSON.stringify(reading)}: ${forged.body.slice(0, 2000)}`);
      refused.set(reading.reason, (refused.get(reading.reason) ?? 0) + 1);
    }
  });
  expect(connections).toEqual([]);
  expect(opened).toHaveLength(1);
  expect([...refused.keys()].toSorted()).toEqual(
    ["certificate address", "no envelope", "signature", "too large", "topic", "type header"].toSorted(),
  );
  expect(await webhooks.read(genuine, now)).toMatchObject({ kind: "notice" });
});

test("a certificate is fetched once, however many messages come at once", async () => {
  const fetched: string[] = [];
  const webhooks = reader({ getText: (url) => (fetched.push(url), fromSimulator(url)) });
  const genuine = await sent("genuine");
  await Promise.all(Array.from({ length: 20 }, () => webhooks.read(genuine, now)));
  expect(fetched).toEqual([expect.stringMatching(/^https:\/\/sns\.ap-southeast-1\.amazonaws\.com\/Simple/)]);
});

test("while the certificate cannot be had the message may come again, and is taken then", async () => {
  let isUp = false;
  const webhooks = reader({
    getText: (url) => (isUp ? fromSimulator(url) : Promise.reject(new Error("down"))),
  });
  const genuine = await sent("genuine");
  expect(await webhooks.read(genuine, now)).toMatchObject({ kind: "unverified" });
  isUp = true;
  expect(await webhooks.read(genuine, now)).toMatchObject({ kind: "notice" });
});

test("invented names of certificates cost six connections to the messenger a minute and no more", async () => {
  const fetched: string[] = [];
  const certificates = new Certificates((url) => (fetched.push(url), Promise.reject(new Error("404"))));
  for (let n = 0; n < 100; n++) await expect(certificates.at(`${AMAZON}/${n}`)).rejects.toThrow();
  expect(fetched).toHaveLength(6);
});

test("a redirect is not followed, and more than 64 KiB are not read", async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    if (url === "/moved") response.writeHead(302, { location: "/elsewhere" }).end();
    else response.end("x".repeat(64 * 1024 + (url === "/large" ? 1 : 0)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(getText(`${origin}/moved`)).rejects.toThrow(/answered 302/);
  await expect(getText(`${origin}/large`)).rejects.toThrow();
  expect(await getText(`${origin}/fits`)).toHaveLength(64 * 1024);
  expect(asked).toEqual(["/moved", "/large", "/fits"]);
  server.closeAllConnections();
  server.close();
});

test.each(["subscribe-url-loopback", "subscribe-url-metadata", "subscribe-url-file"])(
  "C36: %s: a subscription is confirmed at the messenger's own address, never at the one that is given",
  async (variant) => {
    const opened: string[] = [];
    const webhooks = reader({ getText: (url) => (opened.push(url), fromSimulator(url)) });
    const reading = await webhooks.read(await sent(variant), now);
    if (reading.kind !== "subscription") throw new Error(reading.kind);
    expect(opened).toHaveLength(1); // the certificate
    expect(await webhooks.confirm(reading)).toBe(true);
    const query = new URLSearchParams({
      Action: "ConfirmSubscription",
      TopicArn: topic,
      Token: reading.token,
    });
    expect(opened[1]).toBe(`${AMAZON}/?${query}`);
    expect(opened).toHaveLength(2);
  },
);

test("the end of a subscription is understood", async () => {
  const id = await inbox.subscribe("2");
  await inbox.control("DELETE", `webhooks/subscriptions/${id}`);
  expect(await reader().read(await inbox.nth(2), now)).toMatchObject({ kind: "unsubscribed", topic });
});
