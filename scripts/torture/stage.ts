import { PrismaPg } from "@prisma/adapter-pg";
import { tapUndici, type BkashLine } from "./bkash-line.ts";
import { loadCore, type Core } from "./core.ts";
import { Database } from "./database.ts";
import { current } from "./life.ts";
import { ShopPool } from "./shop-pool.ts";
import { Simulator } from "./simulator.ts";
import { installVirtualGlobals } from "./virtual-globals.ts";
import { PROCESSES, type World } from "./world.ts";

/** What one worker plays its schedules on, one after the other: a database, a bKash, the shop's code. */
export interface Stage {
  readonly core: Core;
  readonly database: Database;
  readonly simulator: Simulator;
  /** The schedule that is played from now on. */
  enter(world: World, line: BkashLine): void;
  close(): Promise<void>;
}

/**
 * @param root where the shop's code is loaded from.
 * @param databaseUrl a migrated database for this worker alone.
 */
export async function openStage(root: string, databaseUrl: string): Promise<Stage> {
  installVirtualGlobals();
  const database = await Database.open(databaseUrl);
  const simulator = await Simulator.start();
  process.env.SIMULATOR_PORT = String(simulator.port);
  process.env.DATABASE_URL = databaseUrl;
  let played: { world: World; line: BkashLine } | undefined;
  const scene = () => {
    if (!played) throw new Error("No schedule is being played");
    return played;
  };
  tapUndici(() => scene().line);
  const core = await loadCore(root);
  await giveEachProcessItsOwn(core, database, () => scene().world);
  return {
    core,
    database,
    simulator,
    enter: (world, line) => void (played = { world, line }),
    close: async () => {
      await database.close();
      await simulator.stop();
    },
  };
}

/** What the shop keeps once for a process, it keeps once for each of ours. */
async function giveEachProcessItsOwn(core: Core, database: Database, world: () => World): Promise<void> {
  const clients = Array.from({ length: PROCESSES }, () => {
    const pool = new ShopPool(database, () => world().statements);
    return new core.PrismaClient({
      adapter: new PrismaPg(pool),
      transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    });
  });
  // Prisma loads its compiler at the first query, and that takes real time.
  for (const client of clients) await client.$queryRaw`SELECT 1`;
  Object.defineProperties(globalThis, {
    __shopDb: {
      get: () => clients[current.getStore()?.process ?? 0],
      set: () => undefined,
    },
    __paymentProviders: keptPerLife("providers"),
    __walletWebhooks: keptPerLife("webhooks"),
  });
}

const keptPerLife = (name: "providers" | "webhooks"): PropertyDescriptor => ({
  get: () => current.getStore()?.[name],
  set: (value: unknown) => {
    const life = current.getStore();
    if (life) life[name] = value;
  },
});
