import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/platform/db";

/** A word may differ from the one in the shop by a letter or two (pg_trgm; found by trying Bangla and English names). */
const LIKENESS = 0.45;

const WORDS = Prisma.sql`lower(p."nameBn" || ' ' || p."nameEn" || ' ' || p."summaryBn" || ' ' || p."summaryEn" || ' ' || p."originBn" || ' ' || p."originEn")`;

/** The index answers "is like"; how like is a setting of the session, so it is set for this transaction only. */
export async function tellLikeness(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS)}, true)`;
}

/** That a product `p` has something like each of these words. At least one word. */
export const matchesWords = (words: readonly string[]): Prisma.Sql =>
  Prisma.join(
    words.map((word) => Prisma.sql`${word} <% ${WORDS}`),
    " AND ",
  );

/** How like its name is to them: the larger the better. At least one word. */
export const likenessToWords = (words: readonly string[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, lower(p."nameBn" || ' ' || p."nameEn"))`),
    " + ",
  )})`;
