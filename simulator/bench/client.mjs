import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const CONNECTIONS = 16;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Starts the simulator on one core of its own, where the system lets us choose, and waits until it is ready. */
export async function startSimulator() {
  const canPin = spawnSync("taskset", ["-c", "0", "true"]).status === 0;
  const [program, ...before] = canPin ? ["taskset", "-c", "0", process.execPath] : [process.execPath];
  const args = [...before, MAIN, "--port", "0", "--quiet"];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The simulator stopped with ${code}.`)));
    child.stdout.on("data", (text) => {
      const port = /ready on http:\/\/localhost:(\d+)/.exec(text)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
  });
  return { url, isPinned: canPin, cpuMs: () => cpuMsOf(child.pid), stop: () => child.kill() };
}

// Linux counts in hundredths of a second; other systems do not tell, and the wall clock has to do.
function cpuMsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** A merchant that knows its token. Every answer other than HTTP 200 ends the run. */
export async function openMerchant(url) {
  const control = (method, path, body) => send(`${url}/__simulator/${path}`, method, {}, body);
  await control("POST", "reset", { duplicateWindowSeconds: 0, tokenCallCap: 0, latencyMs: 0 });
  const { appKey, appSecret, username, password } = await control("GET", "credentials");
  const api = `${url}/v1.2.0-beta/checkout`;
  const type = { "content-type": "application/json" };
  const grant = { app_key: appKey, app_secret: appSecret };
  const { id_token } = await send(`${api}/token/grant`, "POST", { ...type, username, password }, grant);
  const headers = { ...type, authorization: id_token, "x-app-key": appKey };
  return {
    control,
    create: (invoice) => send(`${api}/payment/create`, "POST", headers, newPayment(invoice)),
    authorise: (paymentID) => control("POST", `payments/${paymentID}/authorise`),
    execute: (paymentID) => send(`${api}/payment/execute/${paymentID}`, "POST", headers),
    query: (paymentID) => send(`${api}/payment/query/${paymentID}`, "GET", headers),
  };
}

/** Runs `work` for each item, as many at a time as there are connections. @returns the results in order. */
export async function each(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  return results;
}

const newPayment = (merchantInvoiceNumber) => ({
  amount: "10.00",
  currency: "BDT",
  intent: "sale",
  merchantInvoiceNumber,
});

function send(url, method, headers, body) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const length = text === undefined ? {} : { "content-length": Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (part) => (answer += part));
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(JSON.parse(answer))
          : reject(new Error(`${url}: ${response.statusCode} ${answer}`)),
      );
    });
    call.on("error", reject);
    call.end(text);
  });
}
