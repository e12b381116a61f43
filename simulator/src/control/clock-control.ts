import type { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { FASTEST_RATE, type Clock } from "../clock.ts";
import type { Simulator } from "../simulator.ts";
import { complain, readObject } from "./respond.ts";

const HOW_TO =
  'Send {"advanceSeconds": 3600} (at least 0), {"setTo": "2026-02-21T09:00:00Z"}, {"rate": 60} ' +
  `(0 stops time, at most ${FASTEST_RATE}), or several of them. Reset goes back to real time.`;

/** Reads and moves this bKash's time: tokens, expiry, waits, blocks and whatever is scheduled obey it. */
export function addClock(control: Hono<NodeEnv>, { clock }: Simulator): void {
  control.get("/clock", (c) => c.json(reportClock(clock)));
  control.post("/clock", async (c) => {
    const body = await readObject(c);
    const wish = typeof body === "string" ? undefined : readWish(body);
    if (!wish) return complain(c, 400, HOW_TO);
    // The rate first: an instant set together with rate 0 stays exactly that instant.
    if (wish.rate !== undefined) clock.runAt(wish.rate);
    if (wish.setTo !== undefined) clock.setTo(wish.setTo);
    if (wish.advanceSeconds !== undefined) clock.advance(wish.advanceSeconds * 1000);
    return c.json(reportClock(clock));
  });
}

/** On any request: the instant at which it arrives. What plays in a time of its own needs no second request for each then. */
export const NOW_HEADER = "x-simulator-now";

/** Sets the clock to what the header says. A header that says nothing sensible changes nothing. */
export function obeyInstant(clock: Clock, header: string): void {
  const at = Date.parse(header);
  if (isWithin(at, LATEST_INSTANT)) clock.setTo(at);
}

export const reportClock = (clock: Clock) => ({
  now: new Date(clock.now()).toISOString(),
  clockAheadSeconds: clock.offsetMs / 1000,
  rate: clock.rate,
});

interface ClockWish {
  readonly advanceSeconds: number | undefined;
  readonly setTo: number | undefined;
  readonly rate: number | undefined;
}

function readWish(body: Record<string, unknown>): ClockWish | undefined {
  const { advanceSeconds, setTo, rate, ...strangers } = body;
  if (Object.keys(body).length === 0 || Object.keys(strangers).length > 0) return undefined;
  if (advanceSeconds !== undefined && !isWithin(advanceSeconds, LONGEST_ADVANCE_SECONDS)) return undefined;
  if (rate !== undefined && !isWithin(rate, FASTEST_RATE)) return undefined;
  const at = typeof setTo === "string" ? Date.parse(setTo) : undefined;
  if (setTo !== undefined && !isWithin(at, LATEST_INSTANT)) return undefined;
  return { advanceSeconds, setTo: at, rate };
}

// Beyond the year 9999 a timestamp no longer has the shape of bKash's.
const LATEST_INSTANT = Date.UTC(9999, 0);
const LONGEST_ADVANCE_SECONDS = 100 * 365 * 86_400;

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === "number" && value >= 0 && value <= most;
