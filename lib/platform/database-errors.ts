import { Prisma } from "@/generated/prisma/client";

/** True when a write lost against a unique index: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2002" || (error.code === "P2010" && /\b23505\b/.test(JSON.stringify(error.meta ?? {}))));
