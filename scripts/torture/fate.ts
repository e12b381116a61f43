import type { Random } from "./random.ts";
import type { Weather } from "./weather.ts";

/** What the shop calls at bKash. */
export type Operation =
  "grant" | "refresh" | "create" | "execute" | "query" | "refund" | "refundStatus" | "certificate";

/** What becomes of one call between the shop and bKash. Times are virtual milliseconds. */
export interface Fate {
  /** For the story. */
  readonly name: string;
  /** When the request arrives at bKash; undefined: never. The shop may have given up long before. */
  readonly arrivesAfterMs: number | undefined;
  /** When the shop hears of it, counted from the moment of the request; undefined: it hears nothing at all. */
  readonly answersAfterMs: number | undefined;
  /** What it hears instead of bKash's own answer. */
  readonly spoiled?: Spoiled;
  /** For so long query denies afterwards that the payment was executed. */
  readonly deniedForMs?: number;
  /** bKash is told another amount than the shop wrote, and answers with the shop's: a create gone wrong on the way. */
  readonly isTampered?: boolean;
}

/** An answer that is not bKash's own. */
export type Spoiled =
  | { kind: "http"; status: number; body: string; type?: string }
  | { kind: "cut" | "truncated" | "huge" | "reset" }
  | {
      kind: "wrong";
      field: "amount" | "currency" | "merchantInvoiceNumber" | "paymentID";
    };

/** The longest that the shop waits for an answer (payment-provider's WALLET_DEADLINE_MS). */
const DEADLINE_MS = 30_000;
const HOUR_MS = 3_600_000;

const json = (status: number, body: unknown): Spoiled => ({
  kind: "http",
  status,
  body: JSON.stringify(body),
});

/** Odd answers after which nobody can know whether bKash has done what it was asked. */
const ODD: Readonly<Record<string, Spoiled>> = {
  "500": json(500, { message: "Internal server error" }),
  "502": json(502, { message: "Bad Gateway" }),
  "503": json(503, { message: "Service Unavailable" }),
  "504": json(504, { message: "Endpoint request timed out" }),
  "9999": json(200, { statusCode: "9999", statusMessage: "System Error." }),
  maintenance: json(200, {
    errorCode: "503",
    errorMessage: "System is undergoing maintenance",
  }),
  "unheard-of code": json(200, {
    errorCode: "2999",
    errorMessage: "Something new",
  }),
  "bare message": json(200, { message: "Forbidden" }),
  "crashed lambda": json(200, {
    errorMessage: "null",
    errorType: "NullPointerException",
    stackTrace: [],
  }),
  "web page": {
    kind: "http",
    status: 200,
    body: "<!DOCTYPE html><html></html>",
    type: "text/html",
  },
  "empty body": { kind: "http", status: 200, body: "" },
  "2003": json(200, { errorCode: "2003", errorMessage: "Process failed" }),
  "2020": json(200, { errorCode: "2020", errorMessage: "Exception Occurred" }),
  "2127": json(200, {
    errorCode: "2127",
    errorMessage: "Transaction not yet completed",
  }),
};

/** Said although this very payment went through: evidence, never a refusal. */
const ALREADY: Readonly<Record<string, Spoiled>> = {
  "2029": json(200, {
    errorCode: "2029",
    errorMessage: "Duplicate for all transactions",
  }),
  "2062": json(200, {
    errorCode: "2062",
    errorMessage: "The payment has already been completed",
  }),
  "2117": json(200, {
    errorCode: "2117",
    errorMessage: "The payment execution has already been completed",
  }),
};

/**
 * Decides what becomes of a call.
 * @param executesBefore how many executes this schedule has sent already.
 */
export function chooseFate(
  random: Random,
  weather: Weather,
  operation: Operation,
  executesBefore: number,
): Fate {
  const quick = random.between(15, 900);
  // Without a token nothing else happens, so most schedules get theirs.
  const isToken = operation === "grant" || operation === "refresh";
  const share = isToken ? 1 / 6 : operation === "create" ? 1 / 2 : 1;
  const mayBeLate = operation === "execute" && executesBefore < weather.lateAtMost;
  if (mayBeLate && random.chance(weather.lateExecutes)) return chooseLate(random, quick);
  if (!random.chance(weather.bkashFaults * share)) {
    const name = random.chance(0.04) ? "slow" : "well";
    const after = name === "slow" ? random.between(3_000, 28_000) : quick;
    return { name, arrivesAfterMs: after / 3, answersAfterMs: after };
  }
  return random.chance(weather.lies)
    ? chooseLie(random, operation, quick)
    : chooseFault(random, operation, quick);
}

/** A fair day: every call goes through. */
export const fairFate = (random: Random): Fate => ({
  name: "well",
  arrivesAfterMs: 10,
  answersAfterMs: random.between(15, 400),
});

function chooseFault(random: Random, operation: Operation, quick: number): Fate {
  const isToken = operation === "grant" || operation === "refresh";
  const movesMoney = operation === "execute" || operation === "refund";
  const lost = { answersAfterMs: undefined };
  const arrives = { arrivesAfterMs: quick / 3, answersAfterMs: quick };
  const name = random.weighted({
    "request lost": 3,
    "answer lost": movesMoney ? 6 : 3,
    // A token call that arrives late would be counted late; bKash's own limit leaves no room for that.
    "arrives late": isToken ? 0 : 3,
    refused: 1,
    "odd, nothing done": 4,
    "odd, and done": 4,
    "says already": operation === "execute" ? 2 : 0,
    "late after 504": movesMoney ? 1 : 0,
    unauthorised: isToken ? 0 : 2,
    "broken body": 2,
    lagging: operation === "execute" ? 3 : 0,
    "no such payment": operation === "query" ? 1 : 0,
  });
  switch (name) {
    case "request lost":
      return random.chance(0.3)
        ? {
            name,
            arrivesAfterMs: undefined,
            answersAfterMs: quick,
            spoiled: { kind: "reset" },
          }
        : { name, arrivesAfterMs: undefined, ...lost };
    case "answer lost":
      return random.chance(0.3)
        ? { name, ...arrives, spoiled: { kind: "reset" } }
        : { name, arrivesAfterMs: quick, ...lost };
    case "arrives late":
      return { name, arrivesAfterMs: lateness(random, operation), ...lost };
    case "refused":
      return {
        name: "connection refused",
        arrivesAfterMs: undefined,
        answersAfterMs: 1,
        spoiled: { kind: "reset" },
      };
    case "odd, nothing done":
      return odd(random, name, {
        arrivesAfterMs: undefined,
        answersAfterMs: quick,
      });
    case "odd, and done":
      return odd(random, name, arrives);
    case "says already": {
      const code = random.pick(Object.keys(ALREADY));
      return {
        name: `${name} ${code}`,
        ...arrives,
        spoiled: ALREADY[code] as Spoiled,
      };
    }
    case "late after 504":
      return {
        name,
        arrivesAfterMs: lateness(random, operation),
        answersAfterMs: 29_000,
        spoiled: ODD["504"] as Spoiled,
      };
    case "unauthorised":
      return {
        name,
        arrivesAfterMs: undefined,
        answersAfterMs: quick,
        spoiled: json(401, { message: "The incoming token has expired" }),
      };
    case "broken body":
      return {
        name,
        ...arrives,
        spoiled: { kind: random.pick(["cut", "truncated", "huge"]) },
      };
    case "lagging":
      return {
        name,
        arrivesAfterMs: quick,
        ...lost,
        deniedForMs: lateness(random, operation),
      };
    case "no such payment":
      return {
        name,
        arrivesAfterMs: undefined,
        answersAfterMs: quick,
        spoiled: json(200, {
          errorCode: "2002",
          errorMessage: "Invalid Payment ID",
        }),
      };
  }
}

/** bKash does it in the end, and meanwhile says that it has not. */
function chooseLate(random: Random, quick: number): Fate {
  const late = lateness(random, "execute");
  return random.chance(0.5)
    ? { name: "arrives late", arrivesAfterMs: late, answersAfterMs: undefined }
    : { name: "lagging", arrivesAfterMs: quick, answersAfterMs: undefined, deniedForMs: late };
}

function odd(random: Random, name: string, when: Pick<Fate, "arrivesAfterMs" | "answersAfterMs">): Fate {
  const what = random.pick(Object.keys(ODD));
  const after = what === "504" ? { ...when, answersAfterMs: 29_000 } : when;
  return { name: `${name}: ${what}`, ...after, spoiled: ODD[what] as Spoiled };
}

function chooseLie(random: Random, operation: Operation, quick: number): Fate {
  const arrives = { arrivesAfterMs: quick / 3, answersAfterMs: quick };
  if (operation === "grant" || operation === "refresh") return chooseFault(random, operation, quick);
  if (operation === "create" && random.chance(0.4))
    return { name: "told another amount", ...arrives, isTampered: true };
  const field = random.pick(["amount", "currency", "merchantInvoiceNumber", "paymentID"] as const);
  // A create that hands out somebody else's paymentID would make the shopper pay another's bill.
  if (operation === "create" && field === "paymentID") return chooseFault(random, operation, quick);
  return {
    name: `wrong ${field}`,
    ...arrives,
    spoiled: { kind: "wrong", field },
  };
}

/**
 * Mostly minutes, sometimes most of the day that a paymentID lives. A refund that is not there a minute after its answer
 * was lost counts as not sent (payments.md 2.3), so it is never that late.
 */
const lateness = (random: Random, operation: Operation): number => {
  if (operation === "refund") return random.between(DEADLINE_MS + 1_000, 80_000);
  return random.chance(0.1)
    ? random.between(HOUR_MS / 4, 22 * HOUR_MS)
    : random.between(DEADLINE_MS + 1_000, 500_000);
};
