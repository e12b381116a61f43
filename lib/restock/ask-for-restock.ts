import { parseMsisdn } from "@/lib/kernel/msisdn";
import type { Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { isOffered } from "@/lib/platform/features";
import { z } from "zod";

/** One way to reach somebody: a phone number in E.164, or an e-mail address. */
export type Contact = { readonly phone: string } | { readonly email: string };

const emailAddress = z.email().max(120);

/** Reads what somebody typed as a phone number of Bangladesh or an e-mail address; null when it is neither. */
export function readContact(typed: string): Contact | null {
  const phone = parseMsisdn(typed);
  if (phone) return { phone };
  const email = emailAddress.safeParse(typed.trim());
  return email.success ? { email: email.data } : null;
}

export type RestockAnswer =
  { readonly ok: true } | { readonly ok: false; readonly code: "UNKNOWN_SKU" | "IN_STOCK" | "NOT_OFFERED" };

/** Notes down whom to tell when a variant is in stock again. Asked again, it is noted once. */
export async function askForRestock(sku: string, contact: Contact, locale: Locale): Promise<RestockAnswer> {
  if (!isOffered("backInStock")) return { ok: false, code: "NOT_OFFERED" };
  const variant = await db.variant.findUnique({ where: { sku }, select: { id: true, stock: true } });
  if (!variant) return { ok: false, code: "UNKNOWN_SKU" };
  if (variant.stock > 0) return { ok: false, code: "IN_STOCK" };
  const { phone = null, email = null } = { phone: undefined, email: undefined, ...contact };
  await db.$executeRaw`
    INSERT INTO "RestockRequest" (id, "variantId", phone, email, locale)
    VALUES (gen_random_uuid(), ${variant.id}::uuid, ${phone}, ${email}, ${locale}) ON CONFLICT DO NOTHING`;
  return { ok: true };
}
