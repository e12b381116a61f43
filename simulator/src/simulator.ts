import { Bank } from "./bank.ts";
import { Calls } from "./calls.ts";
import { WindowEvents } from "./checkout/window-events.ts";
import { Clock } from "./clock.ts";
import { Disbursements } from "./disbursements.ts";
import { Faults } from "./faults.ts";
import { openMagicWallets } from "./magic.ts";
import { Payments } from "./payments.ts";
import { Refunds } from "./refunds.ts";
import { changeSettings, defaultSettings, type Settings } from "./settings.ts";
import { Tokens, type Credentials } from "./tokens.ts";
import { Webhooks } from "./webhooks/webhooks.ts";

/** All state of one simulated bKash. Nothing else in this program remembers anything. */
export interface Simulator {
  readonly credentials: Credentials;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly bank: Bank;
  readonly tokens: Tokens;
  readonly payments: Payments;
  readonly refunds: Refunds;
  readonly disbursements: Disbursements;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly windowEvents: WindowEvents;
  readonly webhooks: Webhooks;
  /** Switches that the command line set; a reset comes back to them. */
  readonly startedWith: Partial<Settings>;
  readonly startedAt: number;
}

/** A fresh bKash in memory. */
export function createSimulator(credentials: Credentials, startedWith: Partial<Settings> = {}): Simulator {
  const settings = { ...defaultSettings(), ...startedWith };
  const clock = new Clock();
  const bank = new Bank();
  openMagicWallets(bank);
  const payments = new Payments(clock, settings, bank);
  return {
    credentials,
    settings,
    clock,
    bank,
    tokens: new Tokens(clock, settings, credentials),
    payments,
    refunds: new Refunds(clock, settings, bank, payments),
    disbursements: new Disbursements(clock, bank),
    faults: new Faults(clock),
    calls: new Calls(),
    windowEvents: new WindowEvents(),
    webhooks: new Webhooks(clock, settings, bank, payments),
    startedWith,
    startedAt: Date.now(),
  };
}

/**
 * Back to the beginning: no payments, full wallets, real time, default switches plus `changes`.
 * @param keepTokens tokens that merchants hold stay good.
 * @returns undefined, or what is wrong with `changes`; then nothing was reset.
 */
export function resetSimulator(
  simulator: Simulator,
  changes: Record<string, unknown>,
  keepTokens: boolean,
): string | undefined {
  const wrong = changeSettings(defaultSettings(), changes);
  if (wrong) return wrong;
  Object.assign(simulator.settings, defaultSettings(), simulator.startedWith, changes);
  simulator.clock.reset();
  simulator.bank.reset();
  openMagicWallets(simulator.bank);
  simulator.tokens.reset(keepTokens);
  simulator.payments.reset();
  simulator.refunds.reset();
  simulator.disbursements.reset();
  simulator.faults.remove();
  simulator.calls.reset();
  simulator.windowEvents.reset();
  simulator.webhooks.reset();
  return undefined;
}
