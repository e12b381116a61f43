import type { PaymentMode } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { isUnanswered, PAYMENT_STATUSES } from "./payment-status";
import { installedProviders } from "./providers/registry";

/** A wallet's token as a merchant may know it: its age, never the token. */
interface TokenState {
  provider: string;
  /** Null when there is none, or none that is still good. */
  ageMinutes: number | null;
  callsLastHour: number;
}

export interface PaymentsOverview {
  /** The one mode that everything here is counted in. */
  mode: PaymentMode;
  inDoubt: number;
  /** Since midnight in Dhaka. */
  takenTodayInPoisha: Poisha;
  tokens: TokenState[];
}

/** How payments stand now. Simulated, sandbox and real money are never added up. */
export async function readPaymentsOverview(_reader: Merchant, mode: PaymentMode): Promise<PaymentsOverview> {
  const [inDoubt, takenTodayInPoisha, tokens] = await Promise.all([
    db.payment.count({ where: { mode, status: { in: PAYMENT_STATUSES.filter(isUnanswered) } } }),
    takenToday(mode),
    Promise.all(installedProviders().map(({ name }) => readTokenState(name, mode))),
  ]);
  return { mode, inDoubt, takenTodayInPoisha, tokens };
}

/** A payment enters COMPLETED when its money is booked and stays there: `statusSince` is that moment, and has an index. */
async function takenToday(mode: PaymentMode): Promise<Poisha> {
  const [row] = await db.$queryRaw<{ taken: bigint }[]>`
    SELECT COALESCE(sum("amountInPoisha"), 0)::bigint AS taken FROM "Payment"
    WHERE status = 'COMPLETED' AND mode = ${mode}::"PaymentMode"
      AND "statusSince" >= date_trunc('day', now() AT TIME ZONE 'Asia/Dhaka') AT TIME ZONE 'Asia/Dhaka'`;
  return poisha(Number(row?.taken ?? 0));
}

/** A key is wallet, mode and a fingerprint of credentials; of several, the one in use is the newest. */
async function readTokenState(provider: string, mode: PaymentMode): Promise<TokenState> {
  const [row] = await db.$queryRaw<{ ageMinutes: number | null; callsLastHour: number }[]>`
    SELECT CASE WHEN t."expiresAt" > now() THEN floor(extract(epoch FROM now() - t."issuedAt") / 60)::int END AS "ageMinutes",
      (SELECT count(*)::int FROM "WalletTokenCall" c WHERE c.key = t.key AND c.at > now() - interval '1 hour') AS "callsLastHour"
    FROM "WalletToken" t WHERE starts_with(t.key, ${`${provider}:${mode}:`})
    ORDER BY t."issuedAt" DESC NULLS LAST LIMIT 1`;
  return { provider, ageMinutes: row?.ageMinutes ?? null, callsLastHour: row?.callsLastHour ?? 0 };
}
