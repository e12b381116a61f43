// After a death: a new process, and nobody who helps it but time, its own jobs, and shoppers who come back.
import { must } from "./shopper.mjs";
import { TOKEN_HOUR_SECONDS } from "./world.mjs";

/** A claim's lease is 75 s and the settle window 120 s: every question is due again after this. */
const STEP_SECONDS = 130;
const STEPS = 8;

/** A watched payment is asked about after 5 and 15 minutes. */
const WATCH_STEP_SECONDS = 15 * 60;

const IN_DOUBT = `
  SELECT 1 FROM "Payment" WHERE status IN ('NEW', 'EXECUTING', 'UNCERTAIN', 'CAPTURING', 'VOIDING')
  UNION ALL SELECT 1 FROM "Payment" p WHERE p.status = 'DUPLICATE' AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id)
  UNION ALL SELECT 1 FROM "Refund" WHERE status IN ('REQUESTED', 'SENDING', 'UNKNOWN')
  UNION ALL SELECT 1 FROM "OutboxMessage" WHERE "sentAt" IS NULL AND "nextTryAt" <= now()`;
const WATCHED = `SELECT 1 FROM "Payment" WHERE status = 'WATCH'`;

/** Lets time pass until no payment and no refund is in doubt and no message waits, or gives up. */
async function untilNothingIsInDoubt(world) {
  for (let step = 1; step <= STEPS; step++) {
    await world.runJobs();
    if ((await world.database.query(IN_DOUBT)).rowCount === 0) return;
    await world.letTimePass(STEP_SECONDS);
  }
}

/** Payments may be paused while no token can be had; not for longer than an hour. */
async function pay(world, shopper) {
  const created = await shopper.create();
  if (created.data?.error?.code === "PAYMENTS_PAUSED") {
    await world.letTimePass(TOKEN_HOUR_SECONDS);
    must(await shopper.create(), 201);
  } else must(created, 201);
  await shopper.authorise();
  must(await shopper.execute(), 200);
}

/**
 * Brings the world to rest.
 *
 * @param {() => number} random from 0 to 1: whether a shopper's page sends its execute again.
 * @returns {Promise<string[]>} what went otherwise than shoppers may expect.
 */
export async function heal(world, random) {
  const found = [];
  await world.bkash.noFaults();
  for (const shopper of world.shoppers) {
    if (!shopper.orderNumber) must(await shopper.place(), 201);
    else if (shopper.executed.has(shopper.paymentID) && random() < 0.5)
      must(await shopper.execute(), 200, 202);
  }
  await untilNothingIsInDoubt(world);
  for (const shopper of world.shoppers) {
    if (shopper.wants !== "paid") continue;
    const { data } = must(await shopper.order(), 200);
    if (data.status === "PENDING" && data.mayPay) await pay(world, shopper);
    const { status } = must(await shopper.order(), 200).data;
    // Who was away for an hour finds the order given up, and nothing taken.
    if (status !== "PAID" && status !== "CANCELLED")
      found.push(`${shopper.orderNumber} is ${status}, and its shopper cannot pay`);
  }
  await untilNothingIsInDoubt(world);
  for (let step = 0; step < 2 && (await world.database.query(WATCHED)).rowCount > 0; step++) {
    await world.letTimePass(WATCH_STEP_SECONDS);
    await untilNothingIsInDoubt(world);
  }
  return [...found, ...(await world.violations())];
}
