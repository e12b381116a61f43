// The browser that the journeys run in: one that is installed, else Playwright's own, else Debian's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runOrFail, onNode } from "../processes/run.mjs";
import { isRoot, isWindows, tools } from "../setup/project.mjs";
import { Trouble } from "../setup/trouble.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function usualPlaces() {
  const inPath = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"));
  const windows = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const home = process.env.HOME ?? "";
  const mac = ["/Applications", join(home, "Applications")];
  if (isWindows)
    return windows.filter(Boolean).map((folder) => join(folder, "Google/Chrome/Application/chrome.exe"));
  return [
    ...inPath.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...mac.map((folder) => join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome")),
    ...mac.map((folder) => join(folder, "Chromium.app/Contents/MacOS/Chromium")),
  ];
}

/** How Playwright starts a browser; an empty path means Playwright's own. Root may have no sandbox. */
export function launchOptions(
  path = process.env.CHROMIUM_PATH ?? usualPlaces().find((place) => existsSync(place)),
) {
  const args = [
    ...(isRoot ? ["--no-sandbox"] : []),
    ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    ...["--disable-component-update", "--disable-sync"],
  ];
  return path ? { executablePath: path, args } : { args };
}

/** Undefined when this browser starts, else why it does not: a file that exists may be a stub that only says "install me". */
async function refusalOf(path) {
  const { chromium } = await import("playwright");
  try {
    const browser = await chromium.launch({ ...launchOptions(path), timeout: 30_000 });
    await browser.close();
    return undefined;
  } catch (error) {
    return error.message.split("\n").slice(0, 8).join("\n");
  }
}

const debian = (...args) =>
  runOrFail("browser-install", ["apt-get", ...args], { env: { DEBIAN_FRONTEND: "noninteractive" } });
const hasApt = () => isRoot && existsSync("/usr/bin/apt-get");

async function firstThatStarts() {
  for (const path of usualPlaces()) if (existsSync(path) && !(await refusalOf(path))) return path;
  return (await refusalOf("")) ? undefined : "";
}

/** The path of a browser that starts, installed if need be; an empty text means Playwright's own. */
export async function ensureBrowser() {
  if (process.env.CHROMIUM_PATH) {
    const refusal = await refusalOf(process.env.CHROMIUM_PATH);
    if (!refusal) return process.env.CHROMIUM_PATH;
    throw new Trouble(`CHROMIUM_PATH=${process.env.CHROMIUM_PATH} does not start.`, { output: refusal });
  }
  const ways = [
    () =>
      runOrFail("browser-install", onNode(tools.playwright, "install", "chromium"), { withinMs: 5 * 60_000 }),
    async () => {
      if (!hasApt()) return;
      await debian("update", "-q");
      await debian("install", "-y", "-q", "--no-install-recommends", "chromium");
    },
  ];
  for (const way of [() => {}, ...ways]) {
    await Promise.resolve(way()).catch(() => {}); // the next way may do; what went wrong is in the log
    const found = await firstThatStarts();
    if (found !== undefined) return found;
  }
  throw new Trouble("There is no browser to test with, and none could be installed.", {
    wayOut: "Install Chrome or Chromium, or give the path of one: CHROMIUM_PATH=/path/to/chrome npm test",
  });
}

/** Without a Bangla font the pages still work, but screenshots show boxes. Never a reason to fail. */
export async function ensureBanglaFont() {
  const fonts = spawnSync("fc-list", [":lang=bn"], { encoding: "utf8" });
  if (fonts.stdout?.trim() || !hasApt()) return;
  await debian("update", "-q").catch(() => {});
  await debian("install", "-y", "-q", "--no-install-recommends", "fonts-noto-core").catch(() => {});
}
