import { BLOCKED_WALLET, FULL_WALLET, POOR_WALLET, type Bank } from "./bank.ts";
import type { WindowStep } from "./checkout/window-events.ts";
import { refusal, type ErrorCode, type Refusal } from "./errors.ts";
import { readFault } from "./fault-wish.ts";
import type { Fault, FaultTarget } from "./faults.ts";
import type { FaultKind } from "./fault-kinds.ts";
import type { WrittenAmount } from "./money.ts";
import type { Payment } from "./payments.ts";
import type { Settings } from "./settings.ts";
import type { Simulator } from "./simulator.ts";

/** An outcome that a customer chooses by the wallet, or a shop by the price. */
interface Magic {
  readonly wallet: string;
  /** How the amount ends, in taka: 13.23 stands for 13.23, 113.23, 5013.23 … */
  readonly amountEnding: string;
  readonly about: string;
  /** The window refuses at this step. */
  readonly window?: { readonly step: WindowStep; readonly code: ErrorCode };
  /** Execute is refused. */
  readonly refuses?: ErrorCode;
  /** The first execute meets this saboteur. */
  readonly fault?: FaultKind;
  /** Is the work done behind a gateway's answer? */
  readonly committed?: boolean;
}

const inWindow = (step: WindowStep, code: ErrorCode) => ({ window: { step, code } });

/**
 * The wallets of the sandbox keep their meaning (§9); all others are from a range of this simulator's own. An amount
 * must end in 13 taka and one of these paisa: whole taka, .50 and .99 never do, so that nobody meets one by shopping.
 */
const MAGIC: readonly Magic[] = [
  {
    wallet: POOR_WALLET,
    amountEnding: "13.23",
    about: "insufficient balance: execute 2023",
    refuses: "2023",
  },
  { wallet: BLOCKED_WALLET, amountEnding: "13.37", about: "debit block: execute 2037", refuses: "2037" },
  {
    wallet: "01300002003",
    amountEnding: "13.03",
    about: "no bKash account: 2003 in the window",
    ...inWindow("wallet", "2003"),
  },
  {
    wallet: "01300002018",
    amountEnding: "13.18",
    about: "slow SMS: the first code is too late, 2018; the one sent again works",
    ...inWindow("otp", "2018"),
  },
  {
    wallet: "01300002017",
    amountEnding: "13.17",
    about: "too many wrong codes: 2017 in the window",
    ...inWindow("otp", "2017"),
  },
  {
    wallet: "01300002015",
    amountEnding: "13.15",
    about: "wrong PIN count exceeded, wallet locked: 2015 in the window",
    ...inWindow("pin", "2015"),
  },
  { wallet: "01300002029", amountEnding: "13.29", about: "duplicate: execute 2029", refuses: "2029" },
  { wallet: "01300000503", amountEnding: "13.53", about: "maintenance: execute 503", refuses: "503" },
  {
    wallet: "01300009999",
    amountEnding: "13.91",
    about: "9999 System Error, nothing done",
    fault: "system-error-9999",
  },
  { wallet: "01300000504", amountEnding: "13.54", about: "504, nothing done", fault: "status-504" },
  {
    wallet: "01300001504",
    amountEnding: "13.56",
    about: "504, and the money has moved",
    fault: "status-504",
    committed: true,
  },
  {
    wallet: "01300000031",
    amountEnding: "13.31",
    about: "executes late: answer and money after 31 s",
    fault: "late-completion",
  },
  {
    wallet: "01300000041",
    amountEnding: "13.41",
    about: "answer lost: the money has moved",
    fault: "answer-lost",
  },
  {
    wallet: "01300000042",
    amountEnding: "13.42",
    about: "never arrives: nothing done",
    fault: "never-arrived",
  },
  {
    wallet: "01300000043",
    amountEnding: "13.43",
    about: "answer lost, and query says Initiated for 60 s",
    fault: "lagging",
  },
  {
    wallet: "01300000061",
    amountEnding: "13.61",
    about: "execute names another amount",
    fault: "wrong-amount",
  },
  {
    wallet: "01300000062",
    amountEnding: "13.62",
    about: "execute names another invoice",
    fault: "wrong-invoice",
  },
  {
    wallet: "01300000063",
    amountEnding: "13.63",
    about: "execute names another paymentID",
    fault: "wrong-payment-id",
  },
  { wallet: "01300000064", amountEnding: "13.64", about: "a web page instead of JSON", fault: "html" },
];

// The sandbox's wallets do what they do by their balance and status, which may be changed.
const BY_WALLET = new Map(
  MAGIC.filter(({ wallet }) => wallet !== POOR_WALLET && wallet !== BLOCKED_WALLET).map((row) => [
    row.wallet,
    row,
  ]),
);
const BY_ENDING = new Map(MAGIC.map((row) => [Number(row.amountEnding.replace(".", "")), row]));
const ENDINGS = 10_000;

const magicOf = (settings: Settings, wallet: string | undefined, amount: WrittenAmount): Magic | undefined =>
  BY_WALLET.get(wallet ?? "") ??
  (settings.magicAmounts ? BY_ENDING.get(amount.inPoisha % ENDINGS) : undefined);

/** Opens the magic wallets, full. One of them stays a number without an account. */
export function openMagicWallets(bank: Bank): void {
  for (const { wallet, window } of BY_WALLET.values()) {
    if (window?.step !== "wallet") bank.setWallet(wallet, { balance: FULL_WALLET, status: "active" });
  }
}

/** Why the window refuses this step by magic. A code that was sent again is in time. */
export function magicInWindow(
  settings: Settings,
  payment: Payment,
  wallet: string,
  step: WindowStep,
): ErrorCode | undefined {
  const trick = magicOf(settings, wallet, payment.amount)?.window;
  if (trick?.step !== step) return undefined;
  const isSentAgain = trick.code === "2018" && (payment.session?.resends ?? 0) > 0;
  return isSentAgain ? undefined : trick.code;
}

/** Why execute is refused by magic. */
export function magicRefusal(settings: Settings, payment: Payment): Refusal | undefined {
  const code = magicOf(settings, payment.wallet, payment.amount)?.refuses;
  return code && refusal(code);
}

/** The saboteur that a magic payment brings to its execute. */
export function magicFault(simulator: Simulator, { operation, paymentID }: FaultTarget): Fault | undefined {
  const payment = operation === "execute" ? simulator.payments.find(paymentID ?? "") : undefined;
  if (payment?.state !== "authorised") return undefined;
  const { fault, committed } = magicOf(simulator.settings, payment.wallet, payment.amount) ?? {};
  if (!fault) return undefined;
  const wish = { operation, fault, ...(committed !== undefined && { committed }) };
  const read = readFault(wish, "magic", simulator.clock.now());
  return typeof read === "string" ? undefined : read;
}

/** The table, for the control API. */
export const describeMagic = () =>
  MAGIC.map(({ wallet, amountEnding, about }) => ({ wallet, amountEnding, about }));
