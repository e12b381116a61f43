/**
 * Packs the simulator, installs the packed copy into an empty folder and starts it there with npx, as somebody would
 * who has nothing else. Fails when none of three starts is ready within two seconds.
 *
 *   npm run bench:packed          needs no network when npm's cache has the two dependencies, as after npm ci
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HOME = fileURLToPath(new URL("..", import.meta.url));
const PACKED = ["package.json", "README.md", "bin", "browser", "src", "tsconfig.json", "tsconfig.build.json"];
const MOST_MS = 2_000;
const STARTS = 3;

const folder = mkdtempSync(join(tmpdir(), "bkash-packed-"));
try {
  const empty = install(pack());
  const times = [];
  for (let n = 0; n < STARTS; n += 1) times.push(await start(empty));
  console.log(`npx in an empty folder, ready after: ${times.map((ms) => `${ms} ms`).join(", ")}`);
  if (Math.min(...times) >= MOST_MS) {
    console.error(`None of them was under ${MOST_MS} ms.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Builds and packs a copy, so that the checkout keeps running its source. @returns the tarball's path. */
function pack() {
  const copy = join(folder, "copy");
  for (const name of PACKED) cpSync(join(HOME, name), join(copy, name), { recursive: true });
  const modules = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "..");
  symlinkSync(modules, join(copy, "node_modules"), "dir");
  const said = run("npm", ["pack", "--silent", "--pack-destination", folder], copy);
  return join(folder, said.trim().split("\n").at(-1));
}

function install(tarball) {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  writeFileSync(join(empty, "package.json"), "{}");
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", tarball], empty);
  return empty;
}

function run(program, args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** @returns milliseconds from npx to the ready line. */
function start(cwd) {
  const startedAt = performance.now();
  // A group of its own: npx starts a shell, and that the program.
  const child = spawn("npx", ["--no-install", "bkash-simulator", "--port", "0"], { cwd, detached: true });
  return new Promise((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`It stopped with ${code}: ${text}`)));
    child.stderr.on("data", (part) => (text += part));
    child.stdout.on("data", (part) => {
      text += part;
      if (!/ready on http/.test(text)) return;
      child.removeAllListeners("exit");
      child.once("exit", () => resolve(Math.round(readyAt - startedAt)));
      const readyAt = performance.now();
      process.kill(-child.pid, "SIGTERM");
    });
  });
}
