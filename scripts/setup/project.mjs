// Where things are. Everything in this folder uses Node's own modules alone: it runs before anything is installed.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const inProject = (...parts) => join(root, ...parts);
/** What a run leaves behind: database, secrets, logs. Deleting it starts the shop from nothing. */
export const inData = (...parts) => inProject(".data", ...parts);

export const isWindows = process.platform === "win32";
export const isRoot = process.getuid?.() === 0;

/** The command lines of the tools, started with Node directly: no shell in between that would swallow a signal. */
export const tools = {
  eslint: inProject("node_modules/eslint/bin/eslint.js"),
  jest: inProject("node_modules/jest/bin/jest.js"),
  knip: inProject("node_modules/knip/bin/knip.js"),
  next: inProject("node_modules/next/dist/bin/next"),
  playwright: inProject("node_modules/@playwright/test/cli.js"),
  prettier: inProject("node_modules/prettier/bin/prettier.cjs"),
  prisma: inProject("node_modules/prisma/build/index.js"),
  tsc: inProject("node_modules/typescript/bin/tsc"),
  tsx: inProject("node_modules/tsx/dist/cli.mjs"),
};

const ownNode = inProject("node_modules/node/bin", isWindows ? "node.exe" : "node");

/** True when the Node that npm brought is there and starts: an interrupted installation may leave half a file. */
export function pinnedNodeWorks() {
  try {
    execFileSync(ownNode, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The Node that runs the shop and its tools: the version in package.json, whatever the machine itself has. */
export const pinnedNode = () => (existsSync(ownNode) ? ownNode : process.execPath);

/** The environment of every program that is started here. `extra` wins. */
export function childEnvironment(extra = {}) {
  const inherited = { ...process.env };
  delete inherited.NODE_ENV; // "production" would leave out tools, "test" would break a build
  return {
    ...inherited,
    PATH: [dirname(ownNode), process.env.PATH].join(delimiter), // for programs that start `node` themselves
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    // Windows cannot start a script as a program: there Prisma uses its own engine.
    ...(isWindows ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: inProject("scripts/schema-engine.mjs") }),
    ...extra,
  };
}
