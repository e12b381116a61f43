import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { answerComplaint, fileComplaint, listOpenComplaints, readComplaints } from "./complaints";

const merchant = { id: "01890a5d-ac96-774b-bcce-b302099a8057" } as unknown as Merchant;
const broken = { topic: "DAMAGED", text: "The pot came in three pieces." } as const;
const topicsOf = async (orderId: string) =>
  (await db.outboxMessage.findMany({ where: { orderId, topic: { startsWith: "complaint" } } })).map(
    ({ topic }) => topic,
  );

test("a complaint is kept with its order, and the merchant is told once, however often it was sent", async () => {
  const { orderId, orderNumber, viewer } = await openShop();
  const filed = await Promise.all([1, 2, 3].map(() => fileComplaint(orderNumber, viewer, broken)));
  expect(filed).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  const complaints = await readComplaints({ id: orderId });
  expect(complaints).toMatchObject([{ ...broken, answer: null, answeredAt: null }]);
  expect(complaints.map(({ dueAt, filedAt }) => dueAt.getTime() - filedAt.getTime())).toEqual([
    72 * 3_600_000,
  ]);
  expect(await topicsOf(orderId)).toEqual(["complaint-received"]);
  expect(
    (await listOpenComplaints(merchant)).filter((open) => open.orderNumber === orderNumber),
  ).toHaveLength(1);
});

test("an answer is given once, and the shopper is told", async () => {
  const { orderId, orderNumber, viewer } = await openShop();
  await fileComplaint(orderNumber, viewer, broken);
  const [complaint] = await readComplaints({ id: orderId });
  const answers = await Promise.all(
    ["A new one is on its way.", "Sorry."].map((text) =>
      answerComplaint(merchant, complaint?.id ?? "", text),
    ),
  );
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect((await listOpenComplaints(merchant)).map(({ id }) => id)).not.toContain(complaint?.id);
  const [answered] = await readComplaints({ id: orderId });
  expect(answered?.answer).toBe(answers[0] ? "A new one is on its way." : "Sorry.");
  expect((await topicsOf(orderId)).sort()).toEqual(["complaint-answered", "complaint-received"]);
});

test("five complaints about one order may wait for an answer", async () => {
  const { orderNumber, viewer } = await openShop();
  const filed = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      fileComplaint(orderNumber, viewer, { ...broken, text: `Piece ${n}` }),
    ),
  );
  expect(filed.filter(({ ok }) => ok)).toHaveLength(5);
});

test("nobody complains about an order that is not theirs", async () => {
  const { orderId, orderNumber } = await openShop();
  const stranger = { accessToken: "a".repeat(43) };
  expect(await fileComplaint(orderNumber, stranger, broken)).toEqual({ ok: false, code: "ORDER_NOT_FOUND" });
  expect(await readComplaints({ id: orderId })).toEqual([]);
});
