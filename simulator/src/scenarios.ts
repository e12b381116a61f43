import { SEEDS } from "./fault-wish.ts";
import type { Fault } from "./faults.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { Simulator } from "./simulator.ts";

/** A situation with a name: switches that differ from the default, and faults. */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  readonly settings: Partial<Settings>;
  readonly faults: readonly Readonly<Record<string, unknown>>[];
  /** What a person does in it, and what the shop must do. */
  readonly steps?: readonly string[];
}

const ALWAYS = { times: "always" } as const;

/** Named situations, to be played one at a time. */
export const SCENARIOS: readonly Scenario[] = [
  { name: "calm", about: "no faults, default switches", settings: {}, faults: [] },
  {
    name: "bkash-is-down",
    about: "every call is answered 503, and the script does not load",
    settings: { scriptStatus: 503 },
    faults: [{ operation: "*", fault: "status-503", ...ALWAYS }],
  },
  {
    name: "bkash-hangs",
    about: "no call is ever answered or done",
    settings: {},
    faults: [{ operation: "*", fault: "never-arrived", ...ALWAYS }],
  },
  {
    name: "maintenance",
    about: "every call is answered with error 503, system is undergoing maintenance",
    settings: {},
    faults: [{ operation: "*", fault: "error-503", ...ALWAYS }],
  },
  {
    name: "every-tenth-answer-lost",
    about: "each tenth execute takes the money and never answers",
    settings: {},
    faults: [{ operation: "execute", fault: "answer-lost", every: 10 }],
  },
  {
    name: "slow-day",
    about:
      "three of ten calls take six seconds; each fifth execute is answered 504 after 29 s, the money moved",
    settings: {},
    faults: [
      { operation: "execute", fault: "gateway-timeout", every: 5 },
      { operation: "*", fault: "slow", delayMs: 6000, probability: 0.3 },
    ],
  },
  {
    name: "money-moves-late",
    about: "each execute is answered 504 after 29 s, and the money moves 45 s after the call",
    settings: {},
    faults: [{ operation: "execute", fault: "late-after-504", ...ALWAYS }],
  },
  {
    name: "query-lags",
    about: "each execute is silent, and for a minute query says Initiated although the money moved",
    settings: {},
    faults: [{ operation: "execute", fault: "lagging", ...ALWAYS }],
  },
  {
    name: "bad-line",
    about: "of the calls, one in twelve each is lost, unanswered, cut, garbled or a 502, by chance",
    settings: {},
    faults: ["never-arrived", "answer-lost", "reset-mid-body", "truncated", "status-502"].map((fault) => ({
      operation: "*",
      fault,
      how: "reset",
      probability: 1 / 12,
    })),
  },
  {
    name: "tokens-die-early",
    about: "tokens live for a minute, and each fifth execute meets an expired one",
    settings: { tokenLifetimeSeconds: 60, tokenCallCap: 0 },
    faults: [{ operation: "execute", fault: "token-expired", every: 5 }],
  },
  {
    name: "answers-that-lie",
    about: "most executes name another amount, invoice, currency or paymentID",
    settings: {},
    faults: ["wrong-amount", "wrong-invoice", "wrong-currency", "wrong-payment-id"].map((fault) => ({
      operation: "execute",
      fault,
      every: 2,
    })),
  },
  {
    name: "other-formats",
    about: "what other years sent: text expires_in, +0600, CH0011 paymentIDs, an extra hash, 2062",
    settings: {
      expiresInAs: "string",
      timeZone: "+0600",
      paymentIdStyle: "2024",
      createHash: true,
      secondExecute: "2062",
    },
    faults: [],
  },
  {
    name: "hasty-browser",
    about: "the window opens late, reports the PIN twice and closes while the shop executes",
    settings: { frameDelayMs: 3000, afterPinTwice: true, closesAfterPin: true },
    faults: [],
  },
  {
    name: "uat-checklist",
    about: "bKash's acceptance test at your desk: strict rules, and the third execute gets no answer",
    settings: {},
    faults: [{ operation: "execute", fault: "answer-lost", skip: 2 }],
    steps: [
      "Pay with 01770618575: success, with the trxID on the page (first execute).",
      "Pay the same amount with the same wallet at once: refused with 2029, and its text on the page.",
      "Pay another amount: execute gets no answer; the shop asks query, once, and shows success.",
      "Pay with 01823074817: refused with 2023, and its text on the page.",
      "Enter a wrong PIN three times: the window refuses with 2015; execute is never called.",
      "Close the window: the failure page; execute is never called.",
      "Refund the first payment: with the token of the first call.",
      "GET calls: one grant in the hour, no query after an answered execute, one execute per payment.",
    ],
  },
];

/**
 * Takes the waiting faults away, puts the switches back and then plays a scenario. Payments, wallets, tokens and time
 * stay as they are.
 * @param wish may name a `seed` for what happens by chance.
 * @returns what was planted, or one sentence that says what is wrong.
 */
export function playScenario(
  simulator: Simulator,
  name: string,
  wish: Readonly<Record<string, unknown>>,
): { scenario: Scenario; faults: Fault[] } | string {
  const scenario = SCENARIOS.find((candidate) => candidate.name === name);
  if (!scenario) {
    return `There is no scenario "${name}". The scenarios are: ${SCENARIOS.map((other) => other.name).join(", ")}.`;
  }
  const { seed, ...strangers } = wish;
  const isSeed = seed === undefined || (Number.isSafeInteger(seed) && Number(seed) >= 0);
  if (Object.keys(strangers).length > 0 || !isSeed) return `A scenario takes {"seed": 1} and nothing else.`;
  simulator.faults.remove();
  const faults = scenario.faults.flatMap((planned, index) => {
    // Different seeds, or all that happens by chance would happen to the same calls.
    const own = seed === undefined ? {} : { seed: (Number(seed) + index) % SEEDS };
    const fault = simulator.faults.add({ ...planned, ...own });
    return typeof fault === "string" ? [] : [fault];
  });
  Object.assign(simulator.settings, defaultSettings(), simulator.startedWith, scenario.settings);
  return { scenario, faults };
}
