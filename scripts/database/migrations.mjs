import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { onNode, runOrFail } from "../processes/run.mjs";
import { inProject, tools } from "../setup/project.mjs";
import { withConnection } from "./connection.mjs";

function migrationsInProject() {
  const folder = inProject("prisma/migrations");
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return names.map(({ name }) => {
    const sql = readFileSync(inProject("prisma/migrations", name, "migration.sql"));
    return `${name} ${createHash("sha256").update(sql).digest("hex")}`;
  });
}

async function isUpToDate(address) {
  try {
    const { rows } = await withConnection(address, (client) =>
      client.query("select migration_name, checksum, finished_at, rolled_back_at from _prisma_migrations"),
    );
    const applied = new Set(
      rows.filter((row) => row.finished_at).map((row) => `${row.migration_name} ${row.checksum}`),
    );
    const isStuck = rows.some((row) => !row.finished_at && !row.rolled_back_at);
    return !isStuck && migrationsInProject().every((migration) => applied.has(migration));
  } catch {
    return false; // no such table, or no such database: Prisma makes both, or says what is wrong
  }
}

/** Brings a database to the schema of this version. Prisma takes a second to find that there is nothing to do; this, 20 ms. */
export async function migrate(address) {
  if (await isUpToDate(address)) return "up to date";
  await runOrFail("migrate", onNode(tools.prisma, "migrate", "deploy"), {
    env: { DATABASE_URL: address },
    wayOut: "If there is nothing to keep: delete .data/postgres to start with an empty shop.",
  });
  return undefined;
}

export const seed = (settings) =>
  runOrFail("seed", onNode(tools.tsx, inProject("prisma/seed.ts")), { env: settings });
