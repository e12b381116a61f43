// Sends malformed requests to everything that answers, and judges each answer.
import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import { hostileRequest } from "./hostile-request.mjs";
import { complaintAbout } from "./judge.mjs";
import { randomFrom } from "./random.mjs";

/** As many as are sent at once. */
const IN_FLIGHT = 24;
/** More growth than this is a leak (the shop's own goal). */
export const MAX_GROWTH_MIB = 50;
/** Modules are loaded and the heap has grown after so many to each target. */
const WARM_UP = 300;
/** How many complaints of one target are shown. */
const SHOWN = 5;

/** @typedef {import("./targets.mjs").Target} Target */

/**
 * Sends `requests` to one target. The same seed sends the same ones.
 *
 * @param {{ pool: Pool, target: Target, requests: number, seed: number, secrets: string[] }} about
 * @returns {Promise<{ statuses: Map<number, number>, complaints: string[], count: number }>} how often it answered with which
 *   status (0: it hung up), the first complaints, and how many there were
 */
async function fuzzTarget({ pool, target, requests, seed, secrets }) {
  const random = randomFrom(seed);
  const statuses = new Map();
  const complaints = [];
  let count = 0;
  let sent = 0;
  const worker = async () => {
    while (sent < requests) {
      const number = sent++;
      const request = hostileRequest(random, target);
      const { answer, error } = await send(pool, request);
      const complaint = error ?? (answer ? complaintAbout(answer, secrets) : null);
      const status = answer?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (!complaint) continue;
      count++;
      if (complaints.length < SHOWN)
        complaints.push(
          `#${number} ${request.method} ${request.path.slice(0, 120)}: ${complaint}\n${describe(request)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return { statuses, complaints, count };
}

const describe = ({ headers, body }) =>
  `      ${JSON.stringify(headers).slice(0, 400)} ${body ? `${body.length} bytes: ${body.toString("latin1").slice(0, 160)}` : ""}`;

/** A server that hangs up on a body that is too long, or is no HTTP for it, has answered. One that is gone has not. */
const HUNG_UP = /UND_ERR_SOCKET|ECONNRESET|EPIPE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH/;

async function send(pool, { method, path, headers, body }) {
  try {
    const response = await pool.request({ method, path, headers, ...(body ? { body } : {}) });
    const text = await response.body.text();
    return { answer: { status: response.statusCode, headers: JSON.stringify(response.headers), text } };
  } catch (error) {
    if (HUNG_UP.test(`${error.code} ${error.message}`)) return {};
    return { error: `no answer: ${error.code ?? ""} ${error.message}` };
  }
}

/**
 * Sends so many requests to each target, after as many, but at most WARM_UP, by which the server comes to its size.
 *
 * @param {{ origin: string, targets: Target[], requests: number, seed: number, secrets: string[], memory: () => Promise<number> }} about
 * @param {(line: string) => void} say
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>} `failures`: what each failed target was told off for
 */
export async function fuzzAll({ origin, targets, requests, seed, secrets, memory }, say) {
  const pool = new Pool(origin, {
    connections: IN_FLIGHT,
    pipelining: 1,
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  });
  const seedOf = (target) =>
    [...target.path].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed);
  for (const target of targets)
    await fuzzTarget({
      pool,
      target,
      requests: Math.min(requests, WARM_UP),
      seed: seedOf(target) ^ 0x5eed,
      secrets,
    });
  await pause(1_000);
  const before = await memory();
  const failures = [];
  for (const target of targets) {
    const startedAt = performance.now();
    const result = await fuzzTarget({ pool, target, requests, seed: seedOf(target), secrets });
    if (result.count > 0) failures.push([target.path, ...result.complaints].join("\n"));
    say(row(target, result, requests / ((performance.now() - startedAt) / 1000)));
    for (const complaint of result.complaints) say(`      ${complaint}`);
  }
  await pool.close();
  await pause(2_000);
  const after = await memory();
  const hasGrown = after - before > MAX_GROWTH_MIB;
  const heap = `live heap ${before.toFixed(0)} MiB before, ${after.toFixed(0)} MiB after`;
  say(`  ${mark(!hasGrown)} ${heap}`);
  if (hasGrown) failures.push(heap);
  return { passed: targets.length + 1 - failures.length, failed: failures.length, failures };
}

const mark = (isGood) => (isGood ? "✓" : "✗");

function row(target, { statuses, count }, perSecond) {
  const told = [...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, times]) => `${status || "hung up"}×${times}`);
  return `  ${mark(count === 0)} ${target.path.padEnd(42)} ${told.join(" ")} · ${Math.round(perSecond)}/s${count ? ` · ${count} complaints` : ""}`;
}
