import type { Prisma } from "@/generated/prisma/client";
import { db } from "./db";

/** Answers are kept this long; a key that comes later begins anew. */
export const KEPT_HOURS = 72;

/** One request that may come again: what it is about and who asks (`scope`), and how the client called it (`key`). */
export interface RequestName {
  scope: string;
  key: string;
}

export interface StoredAnswer {
  status: number;
  body: unknown;
}

export interface Claim {
  /** Nobody has used this name before. */
  isFirst: boolean;
  /** False when the name belongs to a request with another body. */
  isSame: boolean;
  /** What was answered before, if that was kept. */
  answer: StoredAnswer | null;
}

/**
 * Takes a name for one request, or finds who has it, in one statement. It keeps nobody out: a process that dies at its
 * request leaves nothing to wait for.
 *
 * @param bodyHash SHA-256 of the body.
 */
export async function claimRequest(
  { scope, key }: RequestName,
  bodyHash: Uint8Array<ArrayBuffer>,
): Promise<Claim> {
  // xmax is 0 in a row that this statement inserted. The update changes nothing: without it the row is not returned.
  const [row] = await db.$queryRaw<
    { isFirst: boolean; isSame: boolean; status: number | null; response: unknown }[]
  >`
    INSERT INTO "IdempotentRequest" AS held (scope, key, "requestHash") VALUES (${scope}, ${key}, ${bodyHash})
    ON CONFLICT (scope, key) DO UPDATE SET key = held.key
    RETURNING held.xmax::text = '0' AS "isFirst", "requestHash" = ${bodyHash} AS "isSame", status, response`;
  if (!row) throw new Error("INSERT returned no row");
  const { isFirst, isSame, status, response } = row;
  return { isFirst, isSame, answer: status === null ? null : { status, body: response } };
}

/** Keeps a final answer for whoever sends the same again. */
export async function keepAnswer({ scope, key }: RequestName, { status, body }: StoredAnswer): Promise<void> {
  await db.idempotentRequest.updateMany({
    where: { scope, key, status: null },
    data: { status, response: body as Prisma.InputJsonValue },
  });
}

/** Forgets the name of a request that did nothing. */
export async function forgetRequest({ scope, key }: RequestName): Promise<void> {
  await db.idempotentRequest.deleteMany({ where: { scope, key, status: null } });
}

/** @returns how many requests were older than KEPT_HOURS and were forgotten. */
export const sweepIdempotentRequests = (): Promise<number> =>
  db.$executeRaw`
    DELETE FROM "IdempotentRequest" WHERE "createdAt" < now() - ${KEPT_HOURS} * interval '1 hour'`;
