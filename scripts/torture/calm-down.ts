import type { Scene } from "./scene.ts";

/** How the end of a schedule went. */
export interface Quiet {
  /** From then on the shop could ask bKash: no more faults, and a token, or a token call left to get one. */
  ableFrom: number;
  /** When nothing was left to do. */
  endedAt: number;
  /** Payments that were in doubt for longer than they may be, seen while the reconciler was at work. */
  tooLongInDoubt: { invoiceNumber: string; status: string; seconds: number }[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A paymentID lives 24 hours; whatever is not settled long after that is never settled. */
const PATIENCE_MS = 60 * HOUR_MS;

/** When the shop next has something to do by itself. */
const NEXT_DUE = `SELECT extract(epoch FROM min(due)) * 1000 AS due FROM (
  SELECT min("nextCheckAt") AS due FROM "Payment"
  UNION ALL SELECT min("nextCheckAt") FROM "Refund"
  UNION ALL SELECT min("completedAt") FROM "Payment" p WHERE status = 'DUPLICATE' AND $1
    AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id)
  UNION ALL SELECT min("holdUntil") FROM "Order" o WHERE status = 'PENDING' AND "paymentMethod" = 'WALLET'
    AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND p.status = 'MISMATCH')
) AS all_due`;

/** The claim's lease, and the minute until the next reconciler comes by; half a minute for its own work. */
const GRACE_SECONDS = 75 + 60 + 30;

const IN_DOUBT = `SELECT "invoiceNumber", status,
    extract(epoch FROM to_timestamp($1::float8 / 1000) - "executingSince")::float8 AS seconds
  FROM "Payment" WHERE status IN ('EXECUTING', 'UNCERTAIN')`;

/**
 * The faults end; the reconciler comes by every minute (the minutes in which it would find nothing are passed over) until
 * nothing is left to do.
 */
export async function calmDown(scene: Scene): Promise<Quiet> {
  const { world, line, core, random } = scene;
  line.isFair = true;
  world.statements.isDown = false;
  world.weather = { ...world.weather, databaseFaults: 0 };
  world.tell("· the faults end");
  await world.untilTasksEnd();
  const ableFrom = world.time.now + ((await hasGoodToken(scene)) ? 0 : TOKEN_DROUGHT_MS);
  const quiet: Quiet = { ableFrom, endedAt: 0, tooLongInDoubt: [] };
  const givesUpAt = world.time.now + PATIENCE_MS;
  while (world.time.now < givesUpAt) {
    const due = await nextDue(scene);
    if (due === undefined) break;
    await world.letPass(untilNextVisit(world.time.now, due));
    const jobs = random.chance(0.2) ? 2 : 1;
    for (let job = 0; job < jobs; job++)
      world.start("background work", world.life(job), () => everyMinute(core));
    await world.untilTasksEnd();
    await noteDoubt(scene, quiet);
  }
  await sendMessages(scene);
  quiet.endedAt = world.time.now;
  return quiet;
}

/** A sender that died has taken its messages along for a while; whoever comes after that sends them. */
async function sendMessages({ world, core }: Scene): Promise<void> {
  for (let visit = 0; visit < 5; visit++) {
    world.start("background work", world.life(0), core.doBackgroundWork);
    await world.untilTasksEnd();
    const [row] = await world.database.ask<{ due: number | null }>(
      `SELECT extract(epoch FROM min("nextTryAt"))::float8 * 1000 AS due FROM "OutboxMessage" WHERE "sentAt" IS NULL`,
    );
    if (row?.due == null) return;
    await world.letPass(untilNextVisit(world.time.now, row.due));
  }
}

/** What of the work of every minute concerns money and stock; messages wait until the end. */
async function everyMinute(core: Scene["core"]): Promise<void> {
  await core.releaseExpiredOrders({ limit: 200 });
  await core.renewTokens();
  await core.reconcilePayments();
  await core.reconcileRefunds();
}

/** Two token calls an hour, and a minute that the shop adds: when both are spent, it can ask nothing for so long. */
const TOKEN_DROUGHT_MS = 62 * MINUTE_MS;

async function hasGoodToken({ world, line }: Scene): Promise<boolean> {
  const [row] = await world.database.ask<{ issued: number; left: number }>(
    `SELECT extract(epoch FROM "issuedAt")::float8 * 1000 AS issued,
      extract(epoch FROM "expiresAt" - to_timestamp($1::float8 / 1000))::float8 AS left
    FROM "WalletToken" WHERE "idTokenSealed" IS NOT NULL`,
    [world.time.now],
  );
  return row !== undefined && row.left > 60 && row.issued > line.tokensRevokedAt;
}

/** Up to the minute after something is due, and at least one minute. */
const untilNextVisit = (now: number, due: number): number => {
  const earliest = Math.max(now + 1, due);
  return Math.ceil(earliest / MINUTE_MS) * MINUTE_MS - now;
};

async function nextDue({ line, world }: Scene): Promise<number | undefined> {
  const [row] = await world.database.ask<{ due: string | null }>(NEXT_DUE, [world.weather.refundsDuplicates]);
  if (row?.due != null) return Number(row.due);
  // Nobody waits any more, but bKash is still at something: let it happen, and look again.
  return line.isUnsettled ? world.time.now + HOUR_MS : undefined;
}

async function noteDoubt({ world }: Scene, quiet: Quiet): Promise<void> {
  const longest = world.weather.settleWindowSeconds + GRACE_SECONDS;
  const rows = await world.database.ask<Quiet["tooLongInDoubt"][number]>(IN_DOUBT, [world.time.now]);
  for (const row of rows) {
    const sinceAble = (world.time.now - quiet.ableFrom) / 1000;
    if (Math.min(row.seconds, sinceAble) > longest) quiet.tooLongInDoubt.push(row);
  }
}
