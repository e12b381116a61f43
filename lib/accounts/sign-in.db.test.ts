import { createShopper } from "@/lib/auth/shopper";
import { deliverMessages } from "@/lib/notifications/deliver-messages";
import { listMessages } from "@/lib/notifications/list-messages";
import type { MessageSender, OutgoingMessage } from "@/lib/notifications/message-sender";
import { openCode } from "@/lib/notifications/sealed-code";
import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { withoutFeature } from "@/lib/testing/switch-off";
import { listAccountOrders } from "./account-orders";
import type { Contact } from "./contact";
import { deleteAccount } from "./delete-account";
import { signInWithCode } from "./sign-in";
import { findPendingCode, requestCode, sweepSignInCodes } from "./sign-in-code";

beforeEach(() => db.outboxMessage.deleteMany());

let people = 0;
const newPhone = (): Contact => ({ phone: `+88018000${String(++people).padStart(5, "0")}`, email: null });

/** What goes out now. */
async function sendAll(): Promise<OutgoingMessage[]> {
  const sent: OutgoingMessage[] = [];
  const sms: MessageSender = {
    channel: "sms",
    send: (message: OutgoingMessage) => {
      sent.push(message);
      return Promise.resolve();
    },
  };
  const senders = [sms, { ...sms, channel: "email" as const }];
  await deliverMessages({ senders, linkTo: () => "", limit: 100, deadlineMs: 10_000 });
  return sent;
}

async function codeFor(contact: Contact) {
  const token = await requestCode(contact, "en");
  const message = (await sendAll()).find(({ topic }) => topic === "sign-in-code");
  const code = /^\d{6}/.exec(message?.text ?? "")?.[0] ?? "";
  expect(code).toMatch(/^\d{6}$/);
  return { token, code };
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function signIn(contact: Contact, guestId: string | null = null) {
  const { token, code } = await codeFor(contact);
  const signedIn = await signInWithCode(token, code, guestId);
  if (!signedIn.ok) throw new Error(signedIn.code);
  return signedIn.account;
}
const asAccount = ({ id, shopperId }: { id: string; shopperId: string }, contact: Contact) => ({
  id,
  shopperId,
  ...contact,
});
const numbersOf = async (account: { id: string; shopperId: string }, contact: Contact) =>
  (await listAccountOrders(asAccount(account, contact), 1)).orders.map(({ number }) => number);

test("the code that was sent signs in, once, and the second time finds the same account", async () => {
  const contact = newPhone();
  const { token, code } = await codeFor(contact);
  const first = await signInWithCode(token, code, null);
  expect(first).toMatchObject({ ok: true });
  expect(await signInWithCode(token, code, null)).toEqual({ ok: false, code: "OVER" });
  const again = await signIn(contact);
  expect(first.ok && first.account.id).toBe(again.id);
});

test("a code that was used has arrived: its message waits for no sender", async () => {
  const contact = newPhone();
  const token = await requestCode(contact, "en");
  const row = await db.signInCode.findFirstOrThrow({ where: { phone: contact.phone } });
  const code = openCode(row.id, row.codeSealed) ?? "";
  const stateInOutbox = async () =>
    (await listMessages({} as Merchant, 1)).messages.find(({ phone }) => phone === contact.phone)?.state;

  await signInWithCode(token, wrong(code), null);
  expect(await stateInOutbox()).toBe("waiting");
  expect(await signInWithCode(token, code, null)).toMatchObject({ ok: true });
  expect(await stateInOutbox()).toBe("sent");
  expect(await sendAll()).toEqual([]);
});

test("a code is typed as people type: with spaces, or in Bangla digits", async () => {
  const { token, code } = await codeFor(newPhone());
  const bangla = code.replace(/\d/g, (digit) => "০১২৩৪৫৬৭৮৯"[Number(digit)] ?? "");
  const typed = `${bangla.slice(0, 3)} ${bangla.slice(3)}`;
  expect(await signInWithCode(token, typed, null)).toMatchObject({ ok: true });
});

test("after five wrong codes the right one is over, even when all are tried at once", async () => {
  const { token, code } = await codeFor(newPhone());
  const tries = await Promise.all(Array.from({ length: 30 }, () => signInWithCode(token, wrong(code), null)));
  expect(tries.filter((each) => !each.ok && each.code === "WRONG")).toHaveLength(4);
  expect(await signInWithCode(token, code, null)).toEqual({ ok: false, code: "OVER" });
});

test("of the same right code at once one signs in", async () => {
  const { token, code } = await codeFor(newPhone());
  const tries = await Promise.all([1, 2, 3].map(() => signInWithCode(token, code, null)));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a code is good for five minutes, and only in the browser that asked for it", async () => {
  const { token, code } = await codeFor(newPhone());
  const other = await codeFor(newPhone());
  expect((await signInWithCode(other.token, code, null)).ok).toBe(code === other.code);
  await db.$executeRaw`UPDATE "SignInCode" SET "expiresAt" = "expiresAt" - interval '301 seconds'`;
  expect(await findPendingCode(token)).toMatchObject({ isOpen: false });
  expect(await signInWithCode(token, code, null)).toEqual({ ok: false, code: "OVER" });
});

test("the database keeps no code that can be read, and a day later nothing of it", async () => {
  const contact = newPhone();
  const { code } = await codeFor(contact);
  const row = await db.signInCode.findFirstOrThrow({ where: { phone: contact.phone } });
  expect(JSON.stringify(row)).not.toContain(code);
  expect(Buffer.concat([row.codeHash, row.codeSealed ?? Buffer.alloc(0)]).toString("latin1")).not.toContain(
    code,
  );
  await db.signInCode.update({ where: { id: row.id }, data: { expiresAt: new Date(0) } });
  expect(await sweepSignInCodes()).toBeGreaterThan(0);
  expect(await db.outboxMessage.count({ where: { signInCodeId: row.id } })).toBe(0);
});

test("the message goes to the one who asked, and its code comes first; the back office shows it in a play shop", async () => {
  await requestCode({ phone: null, email: "rahima@example.com" }, "bn");
  const [message] = await sendAll();
  expect(message).toMatchObject({ to: { phone: null, email: "rahima@example.com" }, locale: "bn" });
  expect(message?.text).toMatch(/^\d{6} /);
  const { messages } = await listMessages({} as Merchant, 1);
  expect(messages[0]).toMatchObject({ orderNumber: null, text: message?.text, state: "sent" });
});

test("a code is asked for in the same way whether there is an account or not", async () => {
  const known = newPhone();
  await signIn(known);
  for (const contact of [known, newPhone()]) {
    await requestCode(contact, "en");
    const sent = await sendAll();
    expect(sent.map(({ text }) => text.replace(/\d{6}/, "······"))).toEqual([
      expect.stringMatching(/^······ is your code/) as string,
    ]);
  }
});

test("what a browser had as a guest is the account's after the sign-in, and the browser alone has nothing", async () => {
  const contact = newPhone();
  const shop = await openShop();
  const guest = await createShopper();
  await db.orderViewer.create({ data: { orderId: shop.orderId, shopperId: guest.id } });
  const account = await signIn(contact, guest.id);
  expect(await numbersOf(account, contact)).toEqual([shop.orderNumber]);
  expect(await db.orderViewer.count({ where: { shopperId: guest.id } })).toBe(0);
});

test("orders placed elsewhere with the proved phone are found, before and after the sign-in; others are not", async () => {
  const contact = newPhone();
  const [before, after, anothers] = [await openShop(), await openShop(), await openShop()];
  const setPhone = (orderId: string) =>
    db.order.update({ where: { id: orderId }, data: { contactPhone: contact.phone ?? "" } });
  await setPhone(before.orderId);
  const account = await signIn(contact);
  expect(await numbersOf(account, contact)).toEqual([before.orderNumber]);
  await setPhone(after.orderId);
  const numbers = await numbersOf(account, contact);
  expect(numbers.sort()).toEqual([before.orderNumber, after.orderNumber].sort());
  expect(numbers).not.toContain(anothers.orderNumber);
});

test("orders are found by a proved e-mail address however it was spelt", async () => {
  const contact: Contact = { phone: null, email: `person-${++people}@example.com` };
  const { orderId, orderNumber } = await openShop();
  await db.order.update({
    where: { id: orderId },
    data: { contactEmail: contact.email?.toUpperCase() ?? null },
  });
  expect(await numbersOf(await signIn(contact), contact)).toEqual([orderNumber]);
});

test("a deleted account leaves its orders to the books, and nothing else", async () => {
  const contact = newPhone();
  const { orderId } = await openShop();
  const guest = await createShopper();
  await db.orderViewer.create({ data: { orderId, shopperId: guest.id } });
  const account = await signIn(contact, guest.id);
  await deleteAccount(asAccount(account, contact));
  expect(await db.shopperAccount.count({ where: { id: account.id } })).toBe(0);
  expect(await db.shopper.count({ where: { id: account.shopperId } })).toBe(0);
  expect(await db.order.count({ where: { id: orderId } })).toBe(1);
  expect((await signIn(contact)).id).not.toBe(account.id);
});

test("in a shop without accounts a code that was sent before signs nobody in", async () => {
  const { token, code } = await codeFor(newPhone());
  expect(await withoutFeature("accounts", () => signInWithCode(token, code, null))).toEqual({
    ok: false,
    code: "OVER",
  });
  expect(await signInWithCode(token, code, null)).toMatchObject({ ok: true });
});
