import { createHmac, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import type { Locale } from "@/lib/kernel/money";
import { latinDigits } from "@/lib/kernel/msisdn";
import { hashSecretToken, newSecretToken } from "@/lib/kernel/secret-token";
import { DELIVER_SOON, enqueueMessage } from "@/lib/notifications/outbox";
import { sealCode } from "@/lib/notifications/sealed-code";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { isOffered } from "@/lib/platform/features";
import { sendJob } from "@/lib/platform/send-job";
import { contactOf, type Contact } from "./contact";

/** Long enough for a slow SMS, short enough that a code left on a screen is worth nothing. */
export const CODE_MINUTES = 5;
/** Of a million codes five may be tried. */
export const CODE_TRIES = 5;

/**
 * Writes a code of six digits for a contact, and the message that carries it. Whether the contact has an account changes
 * nothing here: nobody learns that.
 *
 * @returns the secret for the browser that asked: only there the code can be used.
 */
export async function requestCode(contact: Contact, locale: Locale): Promise<string> {
  const token = newSecretToken();
  const id = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "SignInCode" (id, "tokenHash", phone, email, locale, "codeHash", "codeSealed", "expiresAt")
      VALUES (${id}::uuid, ${hashSecretToken(token)}, ${contact.phone}, ${contact.email}, ${locale},
        ${hashCode(id, code)}, ${sealCode(id, code)}, now() + ${CODE_MINUTES} * interval '1 minute')`;
    await enqueueMessage(tx, {
      topic: "sign-in-code",
      dedupeKey: `code:${id}`,
      signInCodeId: id,
      body: {},
    });
    await sendJob(tx, DELIVER_SOON, id, { afterSeconds: 0 });
  });
  return token;
}

export interface PendingCode {
  contact: Contact;
  locale: Locale;
  /** It can still be used. */
  isOpen: boolean;
}

/** The code that a browser waits for; null for a browser that asked for none. */
export async function findPendingCode(token: string): Promise<PendingCode | null> {
  const row = await db.signInCode.findUnique({ where: { tokenHash: hashSecretToken(token) } });
  if (!row || row.usedAt) return null;
  return {
    contact: contactOf(row),
    locale: row.locale === "en" ? "en" : "bn",
    isOpen: row.tries < CODE_TRIES && row.expiresAt > new Date(),
  };
}

export type RedeemResult =
  | { ok: true; contact: Contact }
  | { ok: false; code: "WRONG"; triesLeft: number }
  /** Too old, used, tried too often, never sent to this browser, or of no use any more. */
  | { ok: false; code: "OVER" };

/** Uses a code up. The try is counted before the code is looked at, so that many at once are no more than five. */
export async function redeemCode(token: string, typed: string): Promise<RedeemResult> {
  if (!isOffered("accounts")) return { ok: false, code: "OVER" };
  const [row] = await db.$queryRaw<
    {
      id: string;
      codeHash: Uint8Array;
      phone: string | null;
      email: string | null;
      tries: number;
    }[]
  >`
    UPDATE "SignInCode" SET tries = tries + 1
    WHERE "tokenHash" = ${hashSecretToken(token)} AND tries < ${CODE_TRIES} AND "usedAt" IS NULL AND "expiresAt" > now()
    RETURNING id, "codeHash", phone, email, tries`;
  if (!row) return { ok: false, code: "OVER" };
  const given = hashCode(row.id, latinDigits(typed).replace(/\D/g, ""));
  if (!timingSafeEqual(given, row.codeHash))
    return row.tries < CODE_TRIES
      ? { ok: false, code: "WRONG", triesLeft: CODE_TRIES - row.tries }
      : { ok: false, code: "OVER" };
  // What was used has arrived: its message waits for no sender any more (locally it is read in the outbox before one comes by).
  const used = await db.$queryRaw<{ id: string }[]>`
    WITH used AS (
      UPDATE "SignInCode" SET "usedAt" = now(), "codeSealed" = NULL WHERE id = ${row.id}::uuid AND "usedAt" IS NULL RETURNING id
    ), arrived AS (
      UPDATE "OutboxMessage" m SET "sentAt" = now(), "nextTryAt" = NULL, "lastError" = NULL
      FROM used WHERE m."signInCodeId" = used.id AND m."sentAt" IS NULL
    )
    SELECT id FROM used`;
  return used.length === 1 ? { ok: true, contact: contactOf(row) } : { ok: false, code: "OVER" };
}

/** Codes are few: without a key whoever reads the table could try them all. */
const hashCode = (id: string, code: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac("sha256", env().NEXTAUTH_SECRET).update(`sign-in code ${id} ${code}`).digest());

/** Takes away the codes that are over for a day, with their messages: phones and addresses are kept no longer than needed. */
export async function sweepSignInCodes(): Promise<number> {
  return db.$executeRaw`DELETE FROM "SignInCode" WHERE "expiresAt" < now() - interval '1 day'`;
}
