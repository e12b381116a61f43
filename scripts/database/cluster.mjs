// A private PostgreSQL for runs without DATABASE_URL: its programs come from npm, its data stays in the project.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { end, identify, isAlive, startOf } from "../processes/identity.mjs";
import { readJson, writeJson } from "../setup/keep.mjs";
import { freePort } from "../setup/ports.mjs";
import { Trouble } from "../setup/trouble.mjs";
import { accountFor } from "./account.mjs";
import { postgresProgram } from "./binaries.mjs";
import { create, lastLines, requireOwnership, requireSameVersion, setPassword } from "./cluster-files.mjs";
import { addressOf, withConnection } from "./connection.mjs";

const START_WITHIN_MS = 60_000; // after a crash it first replays its journal

/** Undefined when the server answers, else why it does not. */
async function refusalOf(connection) {
  try {
    await withConnection(addressOf(connection, "postgres"), (client) => client.query("select 1"));
    return undefined;
  } catch (error) {
    return error;
  }
}

/**
 * A server that a killed run left behind holds `postmaster.pid`. It is stopped if it is truly this cluster's; a stale note,
 * whose number now belongs to some other program, is thrown away.
 */
async function clearLeftover({ data, noted }) {
  const note = join(data, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number.parseInt(readFileSync(note, "utf8"), 10);
  const isOurs = noted?.pid === pid ? isAlive(noted) : commandOf(pid).includes(data);
  if (isOurs) await end({ pid, start: startOf(pid) }, stopping);
  rmSync(note, { force: true });
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** PostgreSQL's own words for: end now, cut the connections; then: at once. */
const stopping = { signals: ["SIGINT", "SIGQUIT", "SIGKILL"], patienceMs: 10_000 };

/** For tests: nothing of it has to outlive the machine, and several suites of eight processes each are at it at once. */
const forTests = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 400 };

function launch({ folder, data, account, port, durable }) {
  const log = join(folder, "server.log");
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "", // an address that is too long for a socket would stop it
    max_connections: 100,
    ...(durable ? {} : forTests),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = account.command(postgresProgram("postgres"), ["-D", data, ...options]);
  const output = openSync(log, "w", 0o600);
  // A process group of its own: Ctrl-C reaches the shop first, and the shop can still finish what it writes.
  const server = spawn(command, args, {
    ...account.owner,
    cwd: "/",
    detached: true,
    stdio: ["ignore", output, output],
  });
  server.unref();
  return { server, log };
}

async function waitUntilReady({ server, log, connection }) {
  let ended;
  server
    .once("exit", (code, signal) => (ended = code ?? signal))
    .once("error", (error) => (ended = error.message));
  for (const until = Date.now() + START_WITHIN_MS; Date.now() < until; await pause(40)) {
    if (ended !== undefined) break;
    const refusal = await refusalOf(connection);
    if (!refusal) return "ready";
    if (refusal.code === "28P01") return "wrong password";
  }
  return { output: lastLines(readFileSync(log, "utf8")), ended };
}

/**
 * Starts the cluster in `folder`, or finds it running. `durable: false` trades safety in a crash for speed, for tests.
 * `port` is for one that comes back after a crash to where its clients look for it; otherwise any free one is taken.
 * `isBackground` marks a server that a person started to stay: whoever finds it running leaves it so.
 */
export async function startCluster(folder, { durable = true, isBackground = false, port } = {}) {
  const data = join(folder, "cluster");
  const noteFile = join(folder, "connection.json");
  const noted = readJson(noteFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  if (noted && isAlive(noted) && !(await refusalOf(noted))) {
    const staysUp = noted.isBackground && !isBackground;
    if (isBackground && !noted.isBackground) writeJson(noteFile, { ...noted, isBackground });
    return {
      connection: noted,
      wasRunning: true,
      stop: staysUp ? async () => {} : () => end(noted, stopping),
    };
  }

  const account = accountFor(folder);
  let password = noted?.password;
  if (existsSync(data)) {
    requireOwnership(data);
    requireSameVersion(data);
    await clearLeftover({ data, noted });
  }
  if (!password) {
    password = randomBytes(18).toString("base64url");
    if (existsSync(data)) setPassword({ data, account, password });
  }
  if (!existsSync(data)) create({ folder, data, account, password, durable });

  for (let tries = 1; ; tries++) {
    const connection = { port: port ?? (await freePort()), password };
    const { server, log } = launch({ folder, data, account, port: connection.port, durable });
    const who = identify(server.pid);
    const note = { ...connection, ...who, isBackground };
    writeJson(noteFile, note);
    const state = await waitUntilReady({ server, log, connection });
    if (state === "ready") return { connection: note, wasRunning: false, stop: () => end(who, stopping) };
    await end(who, stopping);
    if (state === "wrong password") setPassword({ data, account, password });
    // After a kill, its old workers may hold the shared memory for another moment.
    else if (tries >= 5 || !/shared memory|Address already in use/.test(state.output))
      throw new Trouble(`The embedded PostgreSQL did not start (${state.ended ?? "no answer"}).`, {
        output: state.output,
        log,
        wayOut: "If its data is damaged beyond repair, delete .data/postgres to start with an empty shop.",
      });
    await pause(500 * tries);
  }
}

/** Stops the cluster in `folder`, whoever started it; false when it was not running. */
export async function stopCluster(folder) {
  const noted = readJson(join(folder, "connection.json"));
  if (!isAlive(noted)) return false;
  await end(noted, stopping);
  return true;
}
