import { randomBytes } from "node:crypto";
import type { PaymentMode, PaymentStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import { readPaymentStatuses } from "./payment-history";
import { readPaymentsOverview } from "./payments-overview";

const merchant = { id: "1", name: "Rahima", email: "merchant@example.com" } as Merchant;

const newOrder = () =>
  db.order.create({
    data: {
      accessTokenHash: new Uint8Array(randomBytes(32)),
      subtotalInPoisha: 100_000,
      deliveryFeeInPoisha: 6_000,
      totalInPoisha: 106_000,
      locale: "bn",
      contactName: "Rahima",
      contactPhone: "+8801712345678",
      deliveryDistrict: "dhaka",
      deliveryAddress: "House 12, Road 5",
      holdUntil: new Date(Date.now() + 3_600_000),
    },
  });

async function pay(
  status: PaymentStatus,
  { mode = "simulator", statusSince = new Date() }: { mode?: PaymentMode; statusSince?: Date } = {},
  order?: { id: string; number: string },
  attempt = 1,
) {
  const { id, number } = order ?? (await newOrder());
  const isPaid = status === "COMPLETED";
  await db.$transaction(async (tx) => {
    const payment = await tx.payment.create({
      data: {
        orderId: id,
        attempt,
        provider: "bkash",
        mode,
        status,
        statusSince,
        amountInPoisha: 106_000,
        invoiceNumber: `${number}-${attempt}`,
        ...(isPaid ? { trxId: `T${number}`, providerPaymentId: `P${number}`, completedAt: statusSince } : {}),
      },
    });
    if (isPaid) await tx.order.update({ where: { id }, data: { status: "PAID", paidPaymentId: payment.id } });
  });
}

const HOURS = 3_600_000;

test("money and doubt of one mode are never counted with those of another", async () => {
  const before = await readPaymentsOverview(merchant, "simulator");
  await pay("COMPLETED");
  await pay("COMPLETED", { mode: "live" });
  await pay("UNCERTAIN");
  await pay("WATCH");
  await pay("UNCERTAIN", { mode: "sandbox" });
  const after = await readPaymentsOverview(merchant, "simulator");
  expect(after.takenTodayInPoisha - before.takenTodayInPoisha).toBe(106_000);
  expect(after.inDoubt - before.inDoubt).toBe(2);
});

test("today begins at midnight in Dhaka", async () => {
  const midnight = new Date();
  midnight.setTime(Math.floor((midnight.getTime() + 6 * HOURS) / (24 * HOURS)) * 24 * HOURS - 6 * HOURS);
  const before = await readPaymentsOverview(merchant, "live");
  await pay("COMPLETED", { mode: "live", statusSince: midnight });
  await pay("COMPLETED", { mode: "live", statusSince: new Date(midnight.getTime() - 1) });
  const after = await readPaymentsOverview(merchant, "live");
  expect(after.takenTodayInPoisha - before.takenTodayInPoisha).toBe(106_000);
});

test("the token's age and calls are told, the token is not", async () => {
  const key = "bkash:sandbox:0123456789abcdef";
  const secret = new Uint8Array(Buffer.from("the sealed token"));
  const now = Date.now();
  const none = await readPaymentsOverview(merchant, "sandbox");
  expect(none.tokens).toEqual([{ provider: "bkash", ageMinutes: null, callsLastHour: 0 }]);
  await db.walletToken.create({
    data: {
      key,
      idTokenSealed: secret,
      issuedAt: new Date(now - 12.5 * 60_000),
      expiresAt: new Date(now + HOURS),
    },
  });
  await db.walletTokenCall.createMany({
    data: [5, 59, 61].map((minutes) => ({ key, kind: "grant", at: new Date(now - minutes * 60_000) })),
  });
  const { tokens } = await readPaymentsOverview(merchant, "sandbox");
  expect(tokens).toEqual([{ provider: "bkash", ageMinutes: 12, callsLastHour: 2 }]);
  await db.walletToken.update({ where: { key }, data: { expiresAt: new Date(now - 1000) } });
  expect((await readPaymentsOverview(merchant, "sandbox")).tokens[0]?.ageMinutes).toBeNull();
});

test("a list says what matters most about an order's payments: paid, else in doubt, else the last", async () => {
  const [paid, inDoubt, refused, untried] = [
    await newOrder(),
    await newOrder(),
    await newOrder(),
    await newOrder(),
  ];
  await pay("COMPLETED", {}, paid, 1);
  await pay("DUPLICATE", {}, paid, 2);
  await pay("UNCERTAIN", {}, inDoubt, 1);
  await pay("CANCELLED", {}, inDoubt, 2);
  await pay("CANCELLED", {}, refused, 1);
  await pay("DECLINED", {}, refused, 2);
  const ids = [paid, inDoubt, refused, untried].map(({ id }) => id);
  const statuses = await readPaymentStatuses(merchant, ids);
  expect(ids.map((id) => statuses.get(id))).toEqual(["COMPLETED", "UNCERTAIN", "DECLINED", undefined]);
});
