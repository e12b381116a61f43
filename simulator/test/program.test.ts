import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../bin/bkash-simulator.js", import.meta.url));

/** Starts the program as a person would. `said()` is what it has printed so far. */
function start(t: TestContext, args: string[], env: Record<string, string> = {}) {
  const { NODE_ENV: _ignored, NODE_TEST_CONTEXT: _context, ...inherited } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...inherited, ...env } });
  let text = "";
  child.stdout.on("data", (part: Buffer) => (text += part.toString()));
  child.stderr.on("data", (part: Buffer) => (text += part.toString()));
  t.after(() => child.kill("SIGKILL"));
  const readyUrl = async (): Promise<string> => {
    while (!/ready on (\S+)/.test(text)) {
      if (child.exitCode !== null) throw new Error(`It stopped: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return /ready on (\S+)/.exec(text)?.[1] ?? "";
  };
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, readyUrl, ended, said: () => text };
}

test("it starts, prints address, credentials and wallets, and answers on localhost, 127.0.0.1 alike", async (t) => {
  const program = start(t, ["--port", "0"]);
  const url = await program.readyUrl();
  assert.match(program.said(), /^bKash simulator ready on http:\/\/localhost:\d+$/m);
  for (const word of ["sandboxTestUser", "simulator-app-secret", "01770618575", "123456", "12121"]) {
    assert.ok(program.said().includes(word), word);
  }
  assert.equal((await fetch(`${url}/__simulator/health`)).status, 200);
  assert.equal((await fetch(`${url.replace("localhost", "127.0.0.1")}/__simulator/health`)).status, 200);
});

test("credentials come from the environment, the port from SIMULATOR_PORT, and --quiet prints one line", async (t) => {
  const program = start(t, ["--quiet"], {
    SIMULATOR_PORT: "0",
    BKASH_USERNAME: "me",
    BKASH_APP_KEY: "my-key",
  });
  const url = await program.readyUrl();
  assert.equal(program.said().trim().split("\n").length, 1);
  const response = await fetch(`${url}/v1.2.0-beta/checkout/token/grant`, {
    method: "POST",
    headers: { username: "me", password: "simulator-password" },
    body: JSON.stringify({ app_key: "my-key", app_secret: "simulator-app-secret" }),
  });
  assert.ok(((await response.json()) as { id_token?: string }).id_token);
});

test("a taken port is explained in one sentence", async (t) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const program = start(t, ["--port", String(port)]);
  assert.equal(await program.ended, 1);
  assert.match(program.said(), new RegExp(`^Port ${port} is taken\\. [^\\n]+--port \\d+\\n$`));
});

test("it stops at once on SIGTERM and SIGINT, even while a fault keeps a connection hanging", async (t) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const program = start(t, ["--port", "0", "--quiet"]);
    const url = await program.readyUrl();
    const fault = JSON.stringify({ operation: "grant", fault: "never-arrived" });
    await fetch(`${url}/__simulator/faults`, { method: "POST", body: fault });
    const hanging = fetch(`${url}/v1.2.0-beta/checkout/token/grant`, { method: "POST" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    program.child.kill(signal);
    await assert.rejects(hanging);
    assert.equal(await program.ended, 0);
  }
});

test("it refuses to be mistaken for bKash in production, unless told twice", async (t) => {
  const refused = start(t, ["--port", "0"], { NODE_ENV: "production" });
  assert.equal(await refused.ended, 1);
  assert.match(refused.said(), /NODE_ENV is production/);
  const told = start(t, ["--port", "0", "--i-know-this-is-not-bkash"], { NODE_ENV: "production" });
  assert.match(await told.readyUrl(), /^http/);
});

test("a mistaken option is explained together with the usage", async (t) => {
  const program = start(t, ["--prot", "1"]);
  assert.equal(await program.ended, 1);
  assert.match(program.said(), /--prot[\s\S]*Usage: bkash-simulator/);
  const noPort = start(t, ["--port", "high"]);
  assert.equal(await noPort.ended, 1);
  assert.match(noPort.said(), /"high" is not a port/);
});

test("with --state everything is there after a restart, and a broken file is explained", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "bkash-state-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "state.json");
  const wallet = "/__simulator/wallets/01555555555";
  const first = start(t, ["--port", "0", "--quiet", "--state", file]);
  await fetch((await first.readyUrl()) + wallet, {
    method: "PUT",
    body: JSON.stringify({ balance: "77.00" }),
  });
  first.child.kill("SIGTERM");
  assert.equal(await first.ended, 0);
  const second = start(t, ["--port", "0", "--quiet", "--state", file]);
  const { wallets } = (await (await fetch(`${await second.readyUrl()}/__simulator/wallets`)).json()) as {
    wallets: { msisdn: string; balance: string }[];
  };
  assert.equal(wallets.find(({ msisdn }) => msisdn === "01555555555")?.balance, "77.00");
  second.child.kill("SIGTERM");
  await second.ended;
  writeFileSync(file, "{");
  const third = start(t, ["--port", "0", "--state", file]);
  assert.equal(await third.ended, 1);
  assert.match(third.said(), /^Cannot use the state file [^\n]+ It is not whole JSON[^\n]+\n$/);
});
