// One server of the shop, on one port, that can be killed and started again.
import { spawn } from "node:child_process";
import { mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { end, identify } from "../processes/identity.mjs";
import { logFile, onNode } from "../processes/run.mjs";
import { whenStopping } from "../processes/shutdown.mjs";
import { childEnvironment, root, tools } from "../setup/project.mjs";
import { KILLABLE } from "./build.mjs";

const READY_WITHIN_MS = 60_000;

export class Shop {
  /** @param {{ name: string, settings: Record<string, string> }} about its settings stay the same over all its lives. */
  constructor({ name, settings }) {
    this.name = name;
    this.settings = settings;
    this.origin = settings.APP_URL;
    this.log = logFile(name);
    mkdirSync(dirname(this.log), { recursive: true });
    this.output = openSync(this.log, "w", 0o600);
    whenStopping(() => this.kill());
  }

  /**
   * Starts it and waits until it answers; a failpoint may end it before.
   *
   * @param {string} [failpoint] as FAILPOINT wants it.
   * @param {Record<string, string>} [settings] that differ in this life.
   */
  async start(failpoint, settings = {}) {
    writeSync(this.output, `\n── starts, ${failpoint ?? "to stay"}\n`);
    const [program, ...args] = onNode(tools.next, "start", "-p", this.settings.PORT);
    const child = spawn(program, args, {
      cwd: root,
      env: childEnvironment({
        LOG_LEVEL: "warn",
        ...this.settings,
        ...settings,
        ...KILLABLE,
        ...(failpoint ? { FAILPOINT: failpoint } : {}),
      }),
      detached: true,
      stdio: ["ignore", this.output, "pipe"],
    });
    const life = { child, who: identify(child.pid), ended: undefined, reached: undefined };
    this.life = life;
    child.stderr.on("data", (chunk) => {
      writeSync(this.output, chunk);
      life.reached ??= /FAILPOINT (\S+)/.exec(String(chunk))?.[1];
    });
    life.gone = new Promise((resolve) =>
      child.once("close", (code, signal) => resolve((life.ended = signal ?? code))),
    );
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && life.ended === undefined;) {
      if (await this.isHealthy()) return;
      await pause(20);
    }
    if (life.ended === undefined) throw new Error(`${this.name} is not ready after a minute: ${this.log}`);
    if (life.ended !== "SIGKILL") throw new Error(`${this.name} ended with ${life.ended}: ${this.log}`);
  }

  async isHealthy() {
    try {
      const response = await fetch(`${this.origin}/api/health`, { signal: AbortSignal.timeout(5_000) });
      return (await response.json()).status === "ok";
    } catch {
      return false;
    }
  }

  get isAlive() {
    return this.life !== undefined && this.life.ended === undefined;
  }

  /** The failpoint that it has reached in this life. */
  get reached() {
    return this.life?.reached;
  }

  /** Resolves when it has ended; to its signal or exit code. */
  get gone() {
    return this.life?.gone;
  }

  /** No goodbye: what was in flight stays in flight. */
  async kill() {
    if (this.isAlive) await end(this.life.who, { signals: ["SIGKILL"], group: true });
    await this.life?.gone;
  }

  signal(signal) {
    process.kill(this.life.who.pid, signal);
  }
}
