"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant } from "@/lib/auth/session";
import { resolveDiscrepancy } from "@/lib/payments/list-discrepancies";
import { findProvider } from "@/lib/payments/providers/registry";
import { checkBooks } from "@/lib/payments/self-check";
import { importStatement } from "@/lib/payments/statement/import-statement";
import { openWebhookWindow } from "@/lib/payments/webhook-window";

const guard = () => requireMerchant("/admin/discrepancies");

export const resolveAction = defineAction({
  guard,
  schema: z.object({ id: z.uuid(), note: z.string().trim().min(1).max(500) }),
  run: async ({ who, input, refuse, done }) => {
    if (!(await resolveDiscrepancy(who, input.id, input.note))) return refuse("tryAgain");
    revalidatePath("/admin", "layout");
    return done();
  },
});

export const checkBooksAction = defineAction({
  guard,
  schema: z.object({}),
  run: async ({ done }) => {
    await checkBooks();
    revalidatePath("/admin", "layout");
    return done();
  },
});

const day = z
  .union([z.iso.date(), z.literal("")])
  .optional()
  .transform((text) => text || null);

/** The wallet whose statements and messages these pages are about. */
function wallet() {
  const provider = findProvider("bkash");
  if (!provider) throw new Error("bKash is not installed");
  return provider;
}

export const importStatementAction = defineAction({
  guard,
  schema: z.object({
    name: z.string().min(1, "statement.NO_FILE").max(255),
    text: z.string().max(1_000_000, "statement.TOO_LARGE"),
    from: day,
    until: day,
  }),
  run: async ({ who, input: { name, text, from, until }, refuse, done }) => {
    const result = await importStatement(who, wallet(), { name, text, period: { from, until } });
    revalidatePath("/admin", "layout");
    if (!result.ok)
      return result.code === "UNREADABLE_ROWS"
        ? refuse("statement.UNREADABLE_ROWS", { rows: result.rows.join(", ") })
        : refuse(`statement.${result.code}`);
    return result.isNew ? done() : refuse("statement.KNOWN");
  },
});

export const allowSubscriptionAction = defineAction({
  guard,
  schema: z.object({}),
  run: async ({ who, refuse, done }) => {
    const isConfirmed = await openWebhookWindow(who, wallet());
    revalidatePath("/admin", "layout");
    return isConfirmed === false ? refuse("tryAgain") : done();
  },
});
