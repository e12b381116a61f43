import { existsSync } from "node:fs";
import { basename } from "node:path";
import { alone } from "../processes/lock.mjs";
import { runOrFail } from "../processes/run.mjs";
import { readJson } from "./keep.mjs";
import { inProject, isWindows, pinnedNodeWorks } from "./project.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * True when node_modules holds exactly what package-lock.json names. npm writes its own list at the very end, so one that was
 * interrupted has none; a package that somebody deleted is noticed too.
 */
export function isInstalled() {
  const wanted = readJson(inProject("package-lock.json"))?.packages;
  const there = readJson(inProject("node_modules/.package-lock.json"))?.packages;
  if (!wanted)
    throw new Trouble("package-lock.json is missing or damaged.", {
      wayOut: "git checkout -- package-lock.json",
    });
  if (!there) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes("node_modules/") || entry.link) continue;
    const isOtherPlatforms = entry.optional && !there[path];
    if (isOtherPlatforms) continue;
    if (there[path]?.version !== entry.version || !existsSync(inProject(path, "package.json"))) return false;
  }
  return pinnedNodeWorks();
}

/** How npm is called: by the script that started us, else by name. Other package managers do not read package-lock.json. */
export function npm() {
  const started = process.env.npm_execpath;
  if (started && /^npm-cli\.(c?js)$/.test(basename(started)))
    return [process.env.npm_node_execpath ?? process.execPath, started];
  return [isWindows ? "npm.cmd" : "npm"];
}

export const install = () =>
  alone("install", async () => {
    if (isInstalled()) return "unchanged";
    // With the tools even where NODE_ENV or npm's settings say "production": the shop is built here.
    await runOrFail("install", [...npm(), "ci", "--include=dev", "--no-audit", "--no-fund"], {
      wayOut:
        "Is the network there? Try again; what was fetched already is kept. Behind a proxy: npm config set proxy <address>",
    });
    if (!pinnedNodeWorks())
      throw new Trouble(
        "The Node that this project brings along (node_modules/node) does not start on this machine.",
        {
          wayOut:
            "npm may be told to ignore install scripts: npm config delete ignore-scripts. Then delete node_modules and try again.",
        },
      );
    return undefined;
  });
