import type { Random } from "./random.ts";

/** How bad the day is on which a schedule plays. */
export interface Weather {
  /** How likely a statement meets a lost connection. */
  readonly databaseFaults: number;
  /** How likely a call to bKash goes wrong in some way. */
  readonly bkashFaults: number;
  /** How likely an execute lands when the shop has long given up: the weather in which money comes twice. */
  readonly lateExecutes: number;
  /** Only so many executes are: those after them pay the order, so that the late ones find it paid. */
  readonly lateAtMost: number;
  /** How likely an answer of bKash names a wrong amount, currency, invoice or payment, given that something goes wrong. */
  readonly lies: number;
  /** How wrong the clock of each process is. */
  readonly skewMs: readonly number[];
  /** After so long a dead process is started again; undefined: when somebody needs it. */
  readonly restartsAfterMs: number | undefined;
  readonly settleWindowSeconds: number;
  /** bKash tells by itself of payments that went through. */
  readonly hasWebhooks: boolean;
  readonly refundProfile: "once" | "up-to-10";
  readonly refundsDuplicates: boolean;
  /** Where nobody knows what bKash does, one of the possible answers. */
  readonly switches: Readonly<Record<string, unknown>>;
  /** Weeks pass in which nobody does anything: a payment becomes too old to be given back. */
  readonly hasHolidays: boolean;
}

export function chooseWeather(random: Random): Weather {
  const isCalm = random.chance(0.12);
  const refundProfile = random.pick(["once", "up-to-10"] as const);
  return {
    databaseFaults: isCalm || random.chance(0.5) ? 0 : random.pick([0.003, 0.01, 0.03]),
    bkashFaults: isCalm ? 0 : random.pick([0, 0.05, 0.15, 0.3, 0.5]),
    lateAtMost: random.between(1, 2),
    lateExecutes: isCalm || random.chance(0.5) ? 0 : random.pick([0.5, 0.9]),
    lies: random.pick([0, 0, 0.1, 0.3]),
    skewMs: random.chance(0.2) ? [0, 1, 2].map(() => random.between(-600_000, 600_000)) : [],
    restartsAfterMs: random.chance(0.7) ? random.between(200, 20_000) : undefined,
    settleWindowSeconds: random.pick([0, 0, 30, 90, 120, 120, 300]),
    hasWebhooks: random.chance(0.35),
    refundProfile,
    refundsDuplicates: random.chance(0.8),
    switches: {
      refundProfile: refundProfile === "once" ? "v1" : "v2",
      executeBeforeAuthorisation: random.pick(["2002", "2060"]),
      secondExecute: random.pick(["2117", "2062", "same-answer"]),
      executeAfterExpiry: random.pick(["2002", "2056"]),
      executeAfterCancel: random.pick(["2056", "2002"]),
      cancelledStatus: random.pick(["Initiated", "Cancelled"]),
      declinedStatus: random.pick(["Initiated", "Declined"]),
      unexecutedFields: random.pick(["omitted", "empty"]),
      debitBlockCode: random.pick(["2037", "2038"]),
      duplicateWindowSeconds: random.pick([0, 120, 120, 300]),
      magicAmounts: false,
      paymentIdStyle: random.pick(["2022", "2024"]),
      timeZone: random.pick(["+0000", "+0600"]),
      createHash: random.chance(0.3),
      expiresInAs: random.pick(["number", "string"]),
      grantFailureStatus: random.pick([200, 401]),
      refreshTokenRotates: random.chance(0.3),
    },
    // Drawn last: the other draws stay as they were.
    hasHolidays: random.chance(0.15),
  };
}
