import { createHash } from "node:crypto";
import { changeSettings, defaultSettings } from "./settings.ts";
import type { Simulator } from "./simulator.ts";

/** Raised whenever a part of the state changes its shape. */
const VERSION = 1;
const KIND = "bkash-simulator snapshot";

export interface Snapshot {
  readonly kind: typeof KIND;
  readonly version: number;
  /** Of `state` as JSON: tells a file that was cut short or changed by hand. */
  readonly sha256: string;
  readonly state: State;
}

type State = ReturnType<typeof stateOf>;

// What only tells of the past stays out of it: the calls, the window's steps, the webhooks that were sent.
const stateOf = (simulator: Simulator) => ({
  settings: { ...simulator.settings },
  clock: simulator.clock.save(),
  bank: simulator.bank.save(),
  payments: simulator.payments.save(),
  refunds: simulator.refunds.save(),
  disbursements: simulator.disbursements.save(),
  tokens: simulator.tokens.save(),
  faults: simulator.faults.save(),
  subscriptions: simulator.webhooks.subscriptions.save(),
});

/** All that this bKash knows, as JSON text. Holds neither tokens nor credentials, but webhooks' confirmation tokens. */
export function takeSnapshot(simulator: Simulator): string {
  const state = JSON.stringify(stateOf(simulator));
  return `{"kind":"${KIND}","version":${VERSION},"sha256":"${digest(state)}","state":${state}}`;
}

/**
 * Replaces everything by what a snapshot says, or changes nothing.
 * @returns undefined, or one sentence that says what is wrong with it.
 */
export function restoreSnapshot(simulator: Simulator, text: string): string | undefined {
  const snapshot = readSnapshot(text);
  if (typeof snapshot === "string") return snapshot;
  const { state } = snapshot;
  const wrong = changeSettings(defaultSettings(), state.settings);
  if (wrong) return `It has settings that this version does not know: ${wrong}`;
  Object.assign(simulator.settings, defaultSettings(), state.settings);
  // The clock first: whoever still waits in the old time is let go before the payments change.
  simulator.clock.load(state.clock);
  simulator.bank.load(state.bank);
  simulator.payments.load(state.payments);
  simulator.refunds.load(state.refunds);
  simulator.disbursements.load(state.disbursements);
  simulator.tokens.load(state.tokens);
  simulator.faults.load(state.faults);
  simulator.webhooks.subscriptions.load(state.subscriptions);
  return undefined;
}

function readSnapshot(text: string): Snapshot | string {
  let snapshot: Partial<Snapshot> | null;
  try {
    snapshot = JSON.parse(text) as Partial<Snapshot> | null;
  } catch {
    return "It is not whole JSON: it was cut short, or it is something else.";
  }
  if (snapshot?.kind !== KIND) return "It is JSON, but no snapshot of this simulator.";
  if (snapshot.version !== VERSION)
    return `It is of version ${String(snapshot.version)}; this simulator reads version ${VERSION}.`;
  if (digest(JSON.stringify(snapshot.state)) !== snapshot.sha256)
    return "Its checksum does not match: it was changed after it was taken.";
  return snapshot as Snapshot;
}

const digest = (state: string | undefined): string =>
  createHash("sha256")
    .update(state ?? "")
    .digest("hex");
