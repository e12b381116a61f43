import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { orderLink } from "@/lib/orders/order-link";
import type { Merchant } from "@/lib/auth/merchant";
import { deliverMessages } from "./deliver-messages";
import { listMessages } from "./list-messages";
import { Undeliverable, type MessageSender, type OutgoingMessage } from "./message-sender";
import { sendAgain } from "./send-again";
import { enqueueMessage, MAX_TRIES, readOutboxState } from "./outbox";

const merchant = {} as Merchant;

beforeEach(() => db.outboxMessage.deleteMany());

/** A shop whose order has left the one message that says so. */
async function orderPlaced() {
  await openShop();
  return db.outboxMessage.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
}

/** A sender of SMS that keeps what it was given. */
function collect(fails: (message: OutgoingMessage) => boolean = () => false) {
  const sent: OutgoingMessage[] = [];
  const sender: MessageSender = {
    channel: "sms",
    send: (message) => {
      sent.push(message);
      return fails(message) ? Promise.reject(new Error("gateway 01712345678 is down")) : Promise.resolve();
    },
  };
  return { sent, sender };
}

const deliver = (...senders: MessageSender[]) =>
  deliverMessages({ senders, linkTo: orderLink, limit: 100, deadlineMs: 10_000 });
const rowOf = (id: string) => db.outboxMessage.findUniqueOrThrow({ where: { id } });
const makeDue = () =>
  db.outboxMessage.updateMany({ where: { sentAt: null }, data: { nextTryAt: new Date(0) } });

test("an order leaves one message, addressed to its shopper and with a link that opens it", async () => {
  const { id } = await orderPlaced();
  const { sent, sender } = collect();
  expect(await deliver(sender)).toEqual({ sent: 1, failed: 0 });
  expect(sent).toEqual([
    expect.objectContaining({
      messageId: `<${id}@localhost>`,
      topic: "order-received",
      to: { phone: "+8801712345678", email: null },
      text: expect.stringMatching(/\/open\?token=[\w-]{43}&locale=en$/) as string,
    }),
  ]);
  expect((await rowOf(id)).sentAt).not.toBeNull();
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 0 });
});

test("the outbox keeps no secret and no personal data of its own", async () => {
  const row = await orderPlaced();
  expect(row.body).toEqual({});
  await deliver();
  const { messages } = await listMessages(merchant, 1);
  expect(messages[0]?.text).toContain("token=•••");
  expect(messages[0]?.text).not.toMatch(/token=[\w-]{43}/);
});

test("the same thing is told once, however often it is said", async () => {
  const { orderId } = await orderPlaced();
  const message = { topic: "order-paid", dedupeKey: "paid:once", orderId: orderId ?? "", body: {} } as const;
  await Promise.all(Array.from({ length: 8 }, () => db.$transaction((tx) => enqueueMessage(tx, message))));
  expect(await db.outboxMessage.count({ where: { topic: "order-paid" } })).toBe(1);
});

test("a transaction that is undone tells nothing", async () => {
  const { orderId } = await orderPlaced();
  const undone = db.$transaction(async (tx) => {
    await enqueueMessage(tx, {
      topic: "order-paid",
      dedupeKey: "paid:undone",
      orderId: orderId ?? "",
      body: {},
    });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await db.outboxMessage.count({ where: { topic: "order-paid" } })).toBe(0);
});

test("of eight workers at once each message has one sender", async () => {
  for (let n = 0; n < 12; n++) await openShop();
  const { sent, sender } = collect();
  await Promise.all(Array.from({ length: 8 }, () => deliver(sender)));
  expect(sent).toHaveLength(12);
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(12);
});

test("C28: a worker that dies after sending leaves the message to another, under the same Message-ID", async () => {
  const { id } = await orderPlaced();
  const { sent, sender } = collect();
  // Sent, and dead before that could be written down: the row is as the claim left it.
  const dying: MessageSender = {
    channel: "sms",
    send: async (message, signal) => {
      await sender.send(message, signal);
      await new Promise(() => undefined);
    },
  };
  void deliver(dying);
  while (sent.length === 0) await new Promise((wake) => setTimeout(wake, 10));
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 0 }); // its lease holds
  await makeDue();
  expect(await deliver(sender)).toEqual({ sent: 1, failed: 0 });
  expect(sent.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
});

test("a message that cannot be sent waits longer each time, is given up after ten tries, and stays visible", async () => {
  const { id } = await orderPlaced();
  const { sent, sender } = collect(() => true);
  const waits: number[] = [];
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    await makeDue();
    expect(await deliver(sender)).toEqual({ sent: 0, failed: 1 });
    const { nextTryAt } = await rowOf(id);
    if (nextTryAt) waits.push(Math.round((nextTryAt.getTime() - Date.now()) / 1000));
  }
  expect(waits).toHaveLength(MAX_TRIES - 1);
  for (const [n, wait] of waits.entries())
    expect(Math.abs(wait - Math.min(30 * 2 ** n, 3600))).toBeLessThanOrEqual(5);
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 0 });
  expect(sent).toHaveLength(MAX_TRIES);
  expect(await readOutboxState()).toEqual({ waiting: 0, givenUp: 1, oldestWaitingSeconds: 0 });
  const { messages } = await listMessages(merchant, 1);
  expect(messages[0]).toMatchObject({ state: "given up", tries: MAX_TRIES });
  expect(messages[0]?.lastError).toContain("gateway 017•••••678 is down");
});

test("one message that cannot be sent keeps no other waiting", async () => {
  await openShop();
  await openShop();
  const [first] = await db.outboxMessage.findMany({ orderBy: { createdAt: "asc" } });
  const { sender } = collect(({ messageId }) => messageId.includes(first?.id ?? "?"));
  expect(await deliver(sender)).toEqual({ sent: 1, failed: 1 });
});

test("the lag is the age of the message that waits longest", async () => {
  const { id } = await orderPlaced();
  await db.$executeRaw`UPDATE "OutboxMessage" SET "createdAt" = now() - interval '300 seconds' WHERE id = ${id}::uuid`;
  const { waiting, oldestWaitingSeconds } = await readOutboxState();
  expect(waiting).toBe(1);
  expect(oldestWaitingSeconds).toBeGreaterThan(299);
  await deliver();
  expect((await readOutboxState()).waiting).toBe(0);
});

/** An order whose shopper left an e-mail address too. */
async function orderPlacedWithEmail() {
  const row = await orderPlaced();
  await db.order.update({ where: { id: row.orderId ?? "" }, data: { contactEmail: "rahima@example.com" } });
  return row;
}

const byEmail = (sender: MessageSender): MessageSender => ({ ...sender, channel: "email" });

test("a message goes by SMS and by e-mail, and by SMS alone to who left no e-mail", async () => {
  await orderPlacedWithEmail();
  const sms = collect();
  const email = collect();
  expect(await deliver(sms.sender, byEmail(email.sender))).toEqual({ sent: 1, failed: 0 });
  await orderPlaced();
  expect(await deliver(sms.sender, byEmail(email.sender))).toEqual({ sent: 1, failed: 0 });
  expect([sms.sent.length, email.sent.length]).toEqual([2, 1]);
});

test("when one way fails only that one is tried again", async () => {
  const { id } = await orderPlacedWithEmail();
  const sms = collect();
  const email = collect(({ to }) => to.email !== null && email.sent.length === 1);
  expect(await deliver(sms.sender, byEmail(email.sender))).toEqual({ sent: 0, failed: 1 });
  expect(await rowOf(id)).toMatchObject({ sentAt: null, emailSentAt: null });
  expect((await rowOf(id)).smsSentAt).not.toBeNull();
  await makeDue();
  expect(await deliver(sms.sender, byEmail(email.sender))).toEqual({ sent: 1, failed: 0 });
  expect([sms.sent.length, email.sent.length]).toEqual([1, 2]);
});

test("an address that takes nothing is not tried ten times", async () => {
  const { id } = await orderPlaced();
  const dead: MessageSender = {
    channel: "sms",
    send: () => Promise.reject(new Undeliverable("no such number")),
  };
  expect(await deliver(dead)).toEqual({ sent: 0, failed: 1 });
  expect(await rowOf(id)).toMatchObject({ nextTryAt: null, tries: 1, lastError: "no such number" });
});

test("a merchant has a message sent again: what was given up as it is, what went out as another one", async () => {
  const { id } = await orderPlaced();
  const { sent, sender } = collect(() => sent.length === 1);
  await deliver(sender);
  await db.outboxMessage.update({ where: { id }, data: { nextTryAt: null, tries: MAX_TRIES } });
  expect(await sendAgain(merchant, id)).toBe(true);
  expect(await deliver(sender)).toEqual({ sent: 1, failed: 0 });
  expect(await sendAgain(merchant, id)).toBe(true);
  expect(await deliver(sender)).toEqual({ sent: 1, failed: 0 });
  expect(sent.map(({ messageId }) => messageId)).toEqual([
    `<${id}@localhost>`,
    `<${id}@localhost>`,
    `<${id}.2@localhost>`,
  ]);
  expect(await sendAgain(merchant, "019ab000-0000-7000-8000-000000000000")).toBe(false);
});
