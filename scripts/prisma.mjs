// The Prisma command line with everything it needs: `node scripts/prisma.mjs migrate dev --name add-coupons`.
// Without DATABASE_URL, commands that ask a database get the project's own, started in the background.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { startCluster } from "./database/cluster.mjs";
import { createDatabase } from "./database/connection.mjs";
import { childEnvironment, inData, inProject, pinnedNode, root, tools } from "./setup/project.mjs";
import { explain, Trouble } from "./setup/trouble.mjs";

const WITHOUT_DATABASE = ["generate", "format", "validate", "version", "--version", "--help", undefined];

const args = process.argv.slice(2);

async function databaseAddress() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  if (process.env.VERCEL)
    // a database in a build's own folder would be gone with it, and nobody would notice
    throw new Trouble("DATABASE_URL is not set.", {
      wayOut: "Set it in the project's settings at the host.",
    });
  const { connection } = await startCluster(inData("postgres"), { isBackground: true });
  return createDatabase(connection, "shop");
}

try {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const env = WITHOUT_DATABASE.includes(args[0]) ? {} : { DATABASE_URL: await databaseAddress() };
  spawn(pinnedNode(), [tools.prisma, ...args], {
    cwd: root,
    stdio: "inherit",
    env: childEnvironment(env),
  }).once("exit", (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
