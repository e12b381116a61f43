// What is made from the sources: Prisma's client, the jQuery file, Next's build. Each only when its sources changed.
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { alone } from "../processes/lock.mjs";
import { onNode, runOrFail } from "../processes/run.mjs";
import { vendorJquery } from "../vendor-jquery.mjs";
import { inProject, tools } from "./project.mjs";
import { NO_DATABASE, testSettings } from "./settings.mjs";
import { fingerprint, unlessUnchanged } from "./unchanged.mjs";

export const generateClient = () =>
  alone("generate", () => {
    const from = fingerprint(
      ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"].map((path) => inProject(path)),
    );
    return unlessUnchanged({ output: inProject("generated/prisma/client.ts"), from }, () =>
      runOrFail("generate", onNode(tools.prisma, "generate"), { wayOut: "Look at prisma/schema.prisma." }),
    );
  });

/** Not part of what Next builds; everything else in the project is, so that a new folder is never forgotten. */
const NOT_BUILT = new Set([
  ...["node_modules", ".next", ".data", ".git", ".ci", ".github", "generated", "simulator", "scripts"],
  ...["e2e", "bench", "docs", "test-results", "playwright-report", "vendor", "migrations"],
]);
const isNotBuilt = (path) =>
  NOT_BUILT.has(basename(path)) || /\.(md|tsbuildinfo)$|\.test\.tsx?$|next-env\.d\.ts$/.test(path);

/** What the build is made from, as a fingerprint. */
export function sources() {
  const publicSettings = Object.entries(process.env).filter(([name]) => name.startsWith("NEXT_PUBLIC_"));
  return fingerprint(
    readdirSync(inProject()).map((name) => inProject(name)),
    { skip: isNotBuilt, also: JSON.stringify(publicSettings) },
  );
}

/**
 * Builds the shop. It gets settings that fit no real shop and no database: whatever a build could take from them would end up
 * in a file, so that one build serves the demo, the tests and any address.
 */
export const buildShop = () =>
  alone("build", () => {
    vendorJquery();
    const mark = inProject(".next/made-from"); // Next's own cleaning removes it, so a build by hand is not taken for ours
    return unlessUnchanged({ output: inProject(".next/BUILD_ID"), mark, from: sources() }, () =>
      runOrFail("build", onNode(tools.next, "build"), {
        env: testSettings({ port: 3000, simulatorPort: 4010, databaseUrl: NO_DATABASE }),
        wayOut: "If the sources are as they were cloned: delete .next and try again.",
      }),
    );
  });
