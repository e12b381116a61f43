// A PostgreSQL for one run of the tests: fast, its own, and thrown away. Two runs at once do not meet.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startCluster, stopCluster } from "../database/cluster.mjs";
import { addressOf, createDatabase } from "../database/connection.mjs";
import { migrate } from "../database/migrations.mjs";
import { identify, isAlive } from "../processes/identity.mjs";
import { whenStopping } from "../processes/shutdown.mjs";
import { readJson, writeJson } from "../setup/keep.mjs";
import { inData } from "../setup/project.mjs";

const TEMPLATE = "template_shop";

async function throwAway(folder) {
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Those of runs that were killed. */
async function throwAwayLeftovers(all) {
  mkdirSync(all, { recursive: true });
  for (const name of readdirSync(all)) {
    const folder = join(all, name);
    if (!isAlive(readJson(join(folder, "owner.json")))) await throwAway(folder);
  }
}

/** Starts it with a migrated template. `copy(name)` makes a database from that in milliseconds. */
export async function startTestDatabase() {
  const all = inData("postgres-test");
  await throwAwayLeftovers(all);
  const folder = join(all, String(process.pid));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeJson(join(folder, "owner.json"), identify(process.pid));
  whenStopping(() => throwAway(folder));
  const { connection } = await startCluster(folder, { durable: false });
  await migrate(await createDatabase(connection, TEMPLATE));
  return {
    templateAddress: addressOf(connection, TEMPLATE),
    copy: (name) => createDatabase(connection, name, { template: TEMPLATE }),
  };
}
