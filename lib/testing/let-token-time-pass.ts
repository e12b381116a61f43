import { db } from "@/lib/platform/db";
import type { RunningSimulator } from "./start-simulator";

/** Makes the tokens of wallets whose key begins so older, as if that time had passed here and at bKash. */
export async function letTokenTimePass(
  simulator: RunningSimulator,
  seconds: number,
  key = "",
): Promise<void> {
  await db.$executeRaw`
    WITH calls AS (
      UPDATE "WalletTokenCall" SET at = at - ${seconds}::float8 * interval '1 second' WHERE starts_with(key, ${key})
    )
    UPDATE "WalletToken" SET "issuedAt" = "issuedAt" - ${seconds}::float8 * interval '1 second',
      "expiresAt" = "expiresAt" - ${seconds}::float8 * interval '1 second',
      "refreshExpiresAt" = "refreshExpiresAt" - ${seconds}::float8 * interval '1 second',
      "pausedUntil" = "pausedUntil" - ${seconds}::float8 * interval '1 second',
      "leaseUntil" = "leaseUntil" - ${seconds}::float8 * interval '1 second'
    WHERE starts_with(key, ${key})`;
  await simulator.advance(seconds);
}
