import { Prisma } from "@/generated/prisma/client";

/** True when a write lost against a unique index: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2002" || (error.code === "P2010" && /\b23505\b/.test(JSON.stringify(error.meta ?? {}))));

/**
 * Prisma's codes, SQLSTATE's (08…: the connection broke; 57P01 to 57P03: the server ends, crashed, or is starting), and the
 * words of those that have none.
 */
const AWAY =
  /ECONNREFUSED|ECONNRESET|P1001|P1002|P1008|P1017|P2024|P2028|\b08[0-9A-Z]{3}\b|\b57P0[123]\b|DatabaseNotReachable|ConnectionClosed|connection terminated|terminat(ed|ing) connection|closed the connection|the database system is (starting|shutting|not yet accepting)|Can't reach database/i;

/** True when the database could not be reached or went away meanwhile: a later try may succeed. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  AWAY.test(
    `${error.message} ${"code" in error ? String(error.code) : ""} ${JSON.stringify("meta" in error ? error.meta : "")}`,
  );
