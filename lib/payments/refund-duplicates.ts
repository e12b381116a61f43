import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { ofThisShop } from "./payment-repository";
import { installedProviders } from "./providers/registry";
import { reserveRefund } from "./reserve-refund";

/** What bKash's records and the merchant's list say. */
const REASON = "Paid twice, or too late for the goods: given back by the shop";

/**
 * Writes a refund of the whole for every payment whose money came twice or too late for its goods, once: one that failed is
 * left to a person, and so is one that is too old for its wallet: the nightly self-check goes on naming it. A mismatch is
 * never given back by itself.
 *
 * @returns how many were begun, at most `limit`. They are sent when they are due.
 */
export async function refundDuplicates({ limit }: { limit: number }): Promise<number> {
  const days = Math.max(...installedProviders().map(({ refundDays }) => refundDays));
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Payment" p
    WHERE p.status = 'DUPLICATE' AND ${ofThisShop()} AND p."completedAt" > now() - ${days} * interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id)
    ORDER BY p."completedAt" DESC LIMIT ${limit}`;
  let begun = 0;
  for (const { id } of due) if (await begin(id)) begun++;
  return begun;
}

async function begin(paymentId: string): Promise<boolean> {
  try {
    const reserved = await db.$transaction((tx) =>
      reserveRefund(
        tx,
        // The key makes two of these at once one refund.
        {
          paymentId,
          amount: null,
          reason: REASON,
          requestedBy: null,
          idempotencyKey: `duplicate:${paymentId}`,
        },
        "reconcile",
      ),
    );
    failpoint("refund-duplicates:begun");
    return reserved.ok;
  } catch (error) {
    if (isUniqueViolation(error)) return false; // another process was first
    throw error;
  }
}
