import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** bKash on this machine as a second process, reached over HTTP alone. */
export interface RunningSimulator {
  port: number;
  reset(settings?: Record<string, unknown>): Promise<void>;
  authorise(paymentID: string, wallet?: string): Promise<void>;
  fault(fault: Record<string, unknown>): Promise<void>;
  noFaults(): Promise<void>;
  advance(seconds: number): Promise<void>;
  revokeTokens(): Promise<void>;
  captures(): Promise<
    { paymentID: string; trxID: string; merchantInvoiceNumber: string; amountInPoisha: number }[]
  >;
  refunds(): Promise<{ trxID: string; paymentID: string; amountInPoisha: number }[]>;
  /** What the bodies of an operation's calls said, oldest first. */
  bodies(operation: string, paymentID: string): Promise<Record<string, unknown>[]>;
  /** When an operation was called, on the simulator's clock, oldest first: of the last 10,000 calls. */
  timesOf(operation: string): Promise<Date[]>;
  /** How often an operation was called, for one payment or in all. */
  count(operation: string, paymentID?: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the simulator on a free port and points this process's settings at it, before they are first read. */
export async function startSimulator(): Promise<RunningSimulator> {
  const child = spawn(process.execPath, ["simulator/src/main.ts", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the simulator ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const ready = /ready on http:\/\/localhost:(\d+)/.exec(line);
      if (ready) resolve(Number(ready[1]));
    });
  });
  process.env.SIMULATOR_PORT = String(port);

  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`http://localhost:${port}/__simulator/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    port,
    reset: async (settings = {}) =>
      void (await control("POST", "reset", {
        keepTokens: true,
        duplicateWindowSeconds: 0,
        tokenCallCap: 0,
        ...settings,
      })),
    authorise: async (paymentID, wallet) =>
      void (await control("POST", `payments/${paymentID}/authorise`, wallet ? { wallet } : {})),
    fault: async (fault) => void (await control("POST", "faults", fault)),
    noFaults: async () => void (await control("DELETE", "faults")),
    advance: async (advanceSeconds) => void (await control("POST", "clock", { advanceSeconds })),
    revokeTokens: async () => void (await control("POST", "tokens/revoke", {})),
    captures: async () => (await control<{ captures: never[] }>("GET", "ledger")).captures,
    refunds: async () => (await control<{ refunds: never[] }>("GET", "ledger")).refunds,
    bodies: async (operation, paymentID) => {
      const query = new URLSearchParams({ operation, paymentID });
      const { calls } = await control<{ calls: { request: { body: string } }[] }>("GET", `calls?${query}`);
      return calls.map(({ request }) => JSON.parse(request.body) as Record<string, unknown>);
    },
    timesOf: async (operation) =>
      (await control<{ calls: { at: string }[] }>("GET", `calls?operation=${operation}`)).calls.map(
        ({ at }) => new Date(at),
      ),
    count: async (operation, paymentID) => {
      const query = new URLSearchParams({ operation, ...(paymentID ? { paymentID } : {}) });
      return (await control<{ calls: unknown[] }>("GET", `calls?${query}`)).calls.length;
    },
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve());
        child.kill();
      }),
  };
}
