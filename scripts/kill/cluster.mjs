// A PostgreSQL of this run alone, that loses nothing it has confirmed, so that it can be killed as well.
import { mkdirSync, rmSync } from "node:fs";
import { startCluster, stopCluster } from "../database/cluster.mjs";
import { createDatabase } from "../database/connection.mjs";
import { migrate, seed } from "../database/migrations.mjs";
import { whenStopping } from "../processes/shutdown.mjs";
import { inData } from "../setup/project.mjs";
import { testSettings } from "../setup/settings.mjs";

const TEMPLATE = "template_shop";

/** @returns {Promise<{ connection: object, template: string, folder: string }>} with a migrated, filled template. */
export async function startOwnCluster() {
  const folder = inData("kill", `postgres-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  whenStopping(async () => {
    await stopCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const { connection } = await startCluster(folder);
  const databaseUrl = await createDatabase(connection, TEMPLATE);
  await migrate(databaseUrl);
  await seed(testSettings({ port: 3000, simulatorPort: 4010, databaseUrl }));
  return { connection, template: TEMPLATE, folder };
}
