import { Prisma } from "@/generated/prisma/client";

/** True when a write lost against a unique index: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2002" || (error.code === "P2010" && /\b23505\b/.test(JSON.stringify(error.meta ?? {}))));

/** True when the database could not be reached: nothing was written, and a later try may succeed. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  /ECONNREFUSED|ECONNRESET|P1001|P1002|P1008|P1017|P2024|P2028|DatabaseNotReachable|ConnectionClosed|terminat(ed|ing) connection|connection terminated|the database system is (starting|shutting)|Can't reach database/i.test(
    `${error.message} ${"code" in error ? String(error.code) : ""} ${JSON.stringify("meta" in error ? error.meta : "")}`,
  );
