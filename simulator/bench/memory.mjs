/**
 * What memory many payments take, from create to query, with the journal on. Calls the simulator inside this process:
 * the same code as behind HTTP, without the time that sockets take.
 */
import { createApp } from "../src/app.ts";
import { createSimulator } from "../src/simulator.ts";

const CREDENTIALS = { username: "user", password: "word", appKey: "key", appSecret: "secret" };
const API = "http://localhost/v1.2.0-beta/checkout";

/** @param endsAt epoch milliseconds at which to stop, however many payments are made. */
export async function measureMemory(wanted, endsAt) {
  const simulator = createSimulator(CREDENTIALS, { duplicateWindowSeconds: 0, tokenCallCap: 0 });
  const app = createApp(simulator);
  const send = async (method, path, headers, body) => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await app.request(`${API}${path}`, init);
    return response.json();
  };
  const type = { "content-type": "application/json" };
  const signIn = { ...type, username: "user", password: "word" };
  const { id_token } = await send("POST", "/token/grant", signIn, { app_key: "key", app_secret: "secret" });
  const headers = { ...type, authorization: id_token, "x-app-key": "key" };
  const common = { amount: "10.00", currency: "BDT", intent: "sale" };
  const pay = async (merchantInvoiceNumber) => {
    const wish = { ...common, merchantInvoiceNumber };
    const { paymentID } = await send("POST", "/payment/create", headers, wish);
    simulator.payments.authorise(simulator.payments.find(paymentID), "01770618575");
    await send("POST", `/payment/execute/${paymentID}`, headers);
    const { transactionStatus } = await send("GET", `/payment/query/${paymentID}`, headers);
    if (transactionStatus !== "Completed") throw new Error(`${paymentID} is ${transactionStatus}.`);
  };
  const report = (made) => {
    const { characters } = simulator.calls;
    const memoryMiB = Math.round(process.memoryUsage.rss() / 1_048_576);
    console.log(
      `  ${String(made).padStart(7)} payments: ${memoryMiB} MiB, journal ${(characters / 1e6).toFixed(1)} million characters`,
    );
  };
  for (let made = 0; made <= wanted; made += 1) {
    if (made % (wanted / 5) === 0 || Date.now() >= endsAt) report(made);
    if (made === wanted || Date.now() >= endsAt) return;
    await pay(`BENCH-${made}`);
  }
}
