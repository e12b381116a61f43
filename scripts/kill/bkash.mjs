// bKash on this machine: a second program that runs on while the shop dies.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { createInterface } from "node:readline";
import { end, identify } from "../processes/identity.mjs";
import { logFile, onNode } from "../processes/run.mjs";
import { whenStopping } from "../processes/shutdown.mjs";
import { childEnvironment, inProject, root } from "../setup/project.mjs";

const RICH = "100000000.00";
export const WALLET = "01770618575";

/** Starts it on a free port, as strict with tokens as the real one. One wallet may pay the same amount again and again. */
export async function startBkash(name) {
  const [program, ...args] = onNode(inProject("simulator/src/main.ts"), "--port", "0", "--quiet");
  const child = spawn(program, args, {
    cwd: root,
    env: childEnvironment(),
    detached: true,
    stdio: ["ignore", "pipe", openSync(logFile(name), "w", 0o600)],
  });
  const who = identify(child.pid);
  whenStopping(() => end(who, { group: true }));
  const port = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const ready = /ready on http:\/\/localhost:(\d+)/.exec(line);
      if (ready) resolve(Number(ready[1]));
    });
  });
  const bkash = new Bkash(port);
  await bkash.control("PATCH", "settings", { duplicateWindowSeconds: 0 });
  await bkash.control("PUT", `wallets/${WALLET}`, { balance: RICH });
  return bkash;
}

class Bkash {
  /** Calls that were looked at before, and how often each payment was executed in them. */
  #seen = 0;
  #executes = new Map();
  #tokenCalls = [];

  constructor(port) {
    this.port = port;
  }

  async control(method, path, body) {
    const response = await fetch(`http://localhost:${this.port}/__simulator/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`bKash: ${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  authorise = (paymentID) => this.control("POST", `payments/${paymentID}/authorise`, { wallet: WALLET });
  fault = (fault) => this.control("POST", "faults", fault);
  noFaults = () => this.control("DELETE", "faults");
  advance = (advanceSeconds) => this.control("POST", "clock", { advanceSeconds });
  ledger = () => this.control("GET", "ledger");

  /**
   * What was asked of it since it was started.
   *
   * @returns {Promise<{ executes: Map<string, { calls: number, refused401: number }>, tokenCalls: number[] }>} by paymentID;
   *   times of the token calls on its clock, in ms.
   */
  async asked() {
    const { calls, summary } = await this.control("GET", "calls");
    const fresh = calls.filter(({ number }) => number > this.#seen);
    if (fresh.length > 0 && Math.min(...fresh.map(({ number }) => number)) > this.#seen + 1)
      throw new Error(`bKash has forgotten calls that nobody had looked at (${JSON.stringify(summary)})`);
    for (const { number, operation, paymentID, status, at } of fresh) {
      this.#seen = Math.max(this.#seen, number);
      if (operation === "grant" || operation === "refresh") this.#tokenCalls.push(Date.parse(at));
      if (operation !== "execute") continue;
      const before = this.#executes.get(paymentID) ?? { calls: 0, refused401: 0 };
      this.#executes.set(paymentID, {
        calls: before.calls + 1,
        refused401: before.refused401 + (status === 401 ? 1 : 0),
      });
    }
    return { executes: this.#executes, tokenCalls: this.#tokenCalls };
  }
}
