import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { countDoing, type Limited } from "./count-doing";

Object.assign(process.env, {
  ORDERS_PER_SESSION: "20",
  ORDERS_PER_ADDRESS: "120",
  PAYMENTS_PER_SESSION: "10",
  PAYMENTS_PER_ADDRESS: "0",
});
afterEach(() => {
  delete process.env.TRUSTED_PROXY_HEADER;
});

/** How many of so many tries at once go on. */
async function letThrough(
  what: Limited,
  tries: number,
  doer: (index: number) => { session?: string; headers?: Record<string, string> },
): Promise<number> {
  const waits = await Promise.all(
    Array.from({ length: tries }, (_, index) => {
      const { session, headers = {} } = doer(index);
      return countDoing(what, { session, headers: new Headers(headers) });
    }),
  );
  for (const wait of waits.filter((seconds) => seconds > 0)) {
    expect(wait).toBeGreaterThan(3500);
    expect(wait).toBeLessThanOrEqual(3600);
  }
  return waits.filter((seconds) => seconds === 0).length;
}

test("S23: of a burst of one session exactly twenty orders and ten payments go on, and others are not kept out by it", async () => {
  const session = randomUUID();
  expect(await letThrough("order", 90, () => ({ session }))).toBe(20);
  expect(await letThrough("payment", 90, () => ({ session }))).toBe(10);
  expect(await letThrough("order", 5, () => ({ session: randomUUID() }))).toBe(5);
});

test("S23: of a burst from one address exactly 120 orders go on, however many sessions send them", async () => {
  process.env.TRUSTED_PROXY_HEADER = "X-Real-IP";
  const headers = { "x-real-ip": "103.4.5.6" };
  expect(await letThrough("order", 300, () => ({ session: randomUUID(), headers }))).toBe(120);
  expect(await letThrough("order", 300, () => ({ headers: { "x-real-ip": "103.4.5.7" } }))).toBe(120);
  expect(await letThrough("payment", 300, () => ({ session: randomUUID(), headers }))).toBe(300); // 0 is no limit
});

test("S23: an address that the visitor writes himself changes nothing", async () => {
  const session = randomUUID();
  const forged = (index: number) => ({ "x-forwarded-for": `1.2.3.${index}`, "x-real-ip": `1.2.4.${index}` });
  expect(await letThrough("order", 60, (index) => ({ session, headers: forged(index) }))).toBe(20);
  process.env.TRUSTED_PROXY_HEADER = "X-Forwarded-For";
  // The proxy adds what it sees at the end of whatever was sent.
  const added = (index: number) => ({ "x-forwarded-for": `1.2.3.${index}, 103.9.9.9` });
  expect(await letThrough("order", 200, (index) => ({ session: randomUUID(), headers: added(index) }))).toBe(
    120,
  );
});

test("S23: those who have neither a session nor an address are one", async () => {
  expect(await letThrough("order", 200, () => ({}))).toBe(120);
});

test("S23: neither an address nor a session can be read in the database", async () => {
  process.env.TRUSTED_PROXY_HEADER = "X-Real-IP";
  const session = randomUUID();
  await letThrough("order", 1, () => ({ session, headers: { "x-real-ip": "103.77.77.77" } }));
  const rows = await db.$queryRaw<{ key: string }[]>`SELECT key FROM "RateLimit"`;
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/103\.77|103\.4/);
  expect(JSON.stringify(rows)).not.toContain(session);
});
