import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";

/**
 * The only PrismaClient: one pool a process. `next dev` reloads modules, so it lives on globalThis.
 * It connects at the first query, so that a build needs no database.
 */
const connect = () => {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is missing: set it to a postgresql:// address");
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: Number(process.env.DATABASE_POOL ?? 10) }),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });
};

const store = globalThis as { __shopDb?: PrismaClient };

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    store.__shopDb ??= connect();
    const value: unknown = Reflect.get(store.__shopDb, property, store.__shopDb);
    return typeof value === "function" ? value.bind(store.__shopDb) : value;
  },
});

/** What runs inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
