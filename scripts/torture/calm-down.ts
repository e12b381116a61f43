import { REFUND_DAYS } from "./invariants/rule.ts";
import type { Scene } from "./scene.ts";

/** How the end of a schedule went. */
export interface Quiet {
  /** From then on the shop could ask bKash: no more faults, and a token, or a token call left to get one. */
  ableFrom: number;
  /** When nothing was left to do. */
  endedAt: number;
  /** Payments that were in doubt for longer than they may be, seen while the reconciler was at work. */
  tooLongInDoubt: Left["doubts"];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A paymentID lives 24 hours; whatever is not settled long after that is never settled. */
const PATIENCE_MS = 60 * HOUR_MS;

/**
 * When each of the jobs next has something to do, and what is in doubt. The same text comes again after every visit, and is
 * planned once.
 */
const WHAT_IS_LEFT = {
  name: "what is left",
  text: `SELECT
    (SELECT extract(epoch FROM min("holdUntil"))::float8 * 1000 FROM "Order" o
     WHERE status = 'PENDING' AND "paymentMethod" = 'WALLET'
       AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND p.status = 'MISMATCH')) AS orders,
    (SELECT extract(epoch FROM min("nextCheckAt"))::float8 * 1000 FROM "Payment") AS payments,
    (SELECT extract(epoch FROM least(
       (SELECT min("nextCheckAt") FROM "Refund"),
       (SELECT min("completedAt") FROM "Payment" p WHERE status = 'DUPLICATE' AND $1
          AND "completedAt" > to_timestamp($2::float8 / 1000) - interval '${REFUND_DAYS} days'
          AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id))))::float8 * 1000) AS refunds,
    (SELECT coalesce(json_agg(json_build_object('invoiceNumber', "invoiceNumber", 'status', status,
       'seconds', extract(epoch FROM to_timestamp($2::float8 / 1000) - "executingSince")::float8)), '[]')
     FROM "Payment" WHERE status IN ('EXECUTING', 'UNCERTAIN')) AS doubts,
    (SELECT extract(epoch FROM max(at))::float8 * 1000 FROM "WalletTokenCall" WHERE ok IS NULL) AS "deadTokenCall"`,
};

interface Left {
  /** Epoch milliseconds; null when there is nothing to do. */
  orders: number | null;
  payments: number | null;
  refunds: number | null;
  doubts: { invoiceNumber: string; status: string; seconds: number }[];
  /** When the last token call was counted whose end nobody wrote down. */
  deadTokenCall: number | null;
}

/** The claim's lease, and the minute until the next reconciler comes by; half a minute for its own work. */
const GRACE_SECONDS = 75 + 60 + 30;
/** Who dies with a question in hand keeps others from asking it for 45 s, until the visit of the next minute. */
const SECONDS_OF_A_DEATH = 60;

/**
 * The faults end; the reconciler comes by every minute (the minutes and the jobs that would find nothing are passed over)
 * until nothing is left to do.
 */
export async function calmDown(scene: Scene): Promise<Quiet> {
  const { world, line, core, random } = scene;
  const diedBefore = world.deaths;
  line.isFair = true;
  world.statements.isDown = false;
  world.weather = { ...world.weather, databaseFaults: 0 };
  world.tell("· the faults end");
  await world.untilTasksEnd();
  const calmFrom = world.time.now;
  const ableFrom = calmFrom + ((await hasGoodToken(scene)) ? 0 : TOKEN_DROUGHT_MS);
  const quiet: Quiet = { ableFrom, endedAt: 0, tooLongInDoubt: [] };
  const givesUpAt = world.time.now + PATIENCE_MS;
  let left = await whatIsLeft(scene);
  while (world.time.now < givesUpAt) {
    const due = nextDue(scene, left);
    if (due === undefined) break;
    await world.letPass(untilNextVisit(world.time.now, due));
    const now = world.time.now;
    const processes = random.chance(0.2) ? 2 : 1;
    for (let process = 0; process < processes; process++)
      world.start("background work", world.life(process), () => everyMinute(core, left, now));
    await world.untilTasksEnd();
    left = await whatIsLeft(scene);
    // Who dies with a token call in hand has spent it.
    if ((left.deadTokenCall ?? 0) > calmFrom) quiet.ableFrom = (left.deadTokenCall ?? 0) + TOKEN_DROUGHT_MS;
    noteDoubt(scene, left, quiet, world.deaths - diedBefore);
  }
  await sendMessages(scene);
  quiet.endedAt = world.time.now;
  return quiet;
}

/** A sender that died has taken its messages along for a while; whoever comes after that sends them. */
async function sendMessages({ world, core }: Scene): Promise<void> {
  for (let visit = 0; visit < 5; visit++) {
    world.start("deliver messages", world.life(0), core.deliverDueMessages);
    await world.untilTasksEnd();
    const [row] = await world.database.ask<{ due: number | null }>(
      `SELECT extract(epoch FROM min("nextTryAt"))::float8 * 1000 AS due FROM "OutboxMessage" WHERE "sentAt" IS NULL`,
    );
    if (row?.due == null) return;
    await world.letPass(untilNextVisit(world.time.now, row.due));
  }
}

/** What of the work of every minute concerns money and stock; messages wait until the end. */
async function everyMinute(core: Scene["core"], left: Left, now: number): Promise<void> {
  const isDue = (at: number | null): boolean => at !== null && at <= now;
  if (isDue(left.orders)) await core.releaseExpiredOrders();
  if (!isDue(left.payments) && !isDue(left.refunds)) return;
  await core.renewTokens();
  if (isDue(left.payments)) await core.reconcilePayments();
  if (isDue(left.refunds)) await core.reconcileRefunds();
}

/** Two token calls an hour, and a minute that the shop adds: when both are spent, it can ask nothing for so long. */
const TOKEN_DROUGHT_MS = 62 * MINUTE_MS;

/** No answer is waited for longer: a token that is stored so soon after all were revoked may be one of them. */
const ANSWER_TAKES_MS = 30_000;

async function hasGoodToken({ world, line }: Scene): Promise<boolean> {
  const [row] = await world.database.ask<{ issued: number; left: number }>(
    `SELECT extract(epoch FROM "issuedAt")::float8 * 1000 AS issued,
      extract(epoch FROM "expiresAt" - to_timestamp($1::float8 / 1000))::float8 AS left
    FROM "WalletToken" WHERE "idTokenSealed" IS NOT NULL`,
    [world.time.now],
  );
  return row !== undefined && row.left > 60 && row.issued > line.tokensRevokedAt + ANSWER_TAKES_MS;
}

/** Up to the minute after something is due, and at least one minute. */
const untilNextVisit = (now: number, due: number): number => {
  const earliest = Math.max(now + 1, due);
  return Math.ceil(earliest / MINUTE_MS) * MINUTE_MS - now;
};

async function whatIsLeft({ world }: Scene): Promise<Left> {
  const [left] = await world.database.ask<Left>(WHAT_IS_LEFT, [
    world.weather.refundsDuplicates,
    world.time.now,
  ]);
  if (!left) throw new Error("The database told nothing");
  return left;
}

function nextDue({ line, world }: Scene, { orders, payments, refunds }: Left): number | undefined {
  const due = Math.min(orders ?? Infinity, payments ?? Infinity, refunds ?? Infinity);
  if (due < Infinity) return due;
  // Nobody waits any more, but bKash is still at something: let it happen, and look again.
  return line.isUnsettled ? world.time.now + HOUR_MS : undefined;
}

function noteDoubt({ world }: Scene, { doubts }: Left, quiet: Quiet, deaths: number): void {
  const longest = world.weather.settleWindowSeconds + GRACE_SECONDS + deaths * SECONDS_OF_A_DEATH;
  const sinceAble = (world.time.now - quiet.ableFrom) / 1000;
  for (const doubt of doubts)
    if (Math.min(doubt.seconds, sinceAble) > longest) quiet.tooLongInDoubt.push(doubt);
}
