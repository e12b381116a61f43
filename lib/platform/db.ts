import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import { databaseSettings } from "./env";

/**
 * The only PrismaClient: one pool a process. `next dev` reloads modules, so it lives on globalThis.
 * It connects at the first query, so that a build needs no database.
 */
const connect = () =>
  new PrismaClient({
    adapter: new PrismaPg(databaseSettings()),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });

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

/** Can the database be reached? */
export const isDatabaseUp = (): Promise<boolean> =>
  db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
