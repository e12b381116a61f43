import { expectJson, httpClient } from "./http-client.mjs";

/** bKash's own time for one call. Real ones vary; a fixed one lets the servers in front of it be compared. */
export const BKASH_MS = 50;

/**
 * The simulated bKash through its control API, and a merchant of its own that calls it with nothing in between.
 *
 * @param {string} origin
 * @param {Record<string, string>} credentials
 */
export async function connectSimulator(origin, credentials) {
  const send = httpClient(origin, 128);
  const control = async (method, path, body) =>
    expectJson(await send({ method, path: `/__simulator/${path}`, body }), 200);
  await control("PATCH", "settings", {
    latencyMs: BKASH_MS,
    duplicateWindowSeconds: 0, // one wallet pays the same amount thousands of times
    tokenCallCap: 0, // three merchants share its credentials here; how many calls they make is counted
  });

  const api = "/v1.2.0-beta/checkout";
  const granted = expectJson(
    await send({
      method: "POST",
      path: `${api}/token/grant`,
      headers: { username: credentials.BKASH_USERNAME, password: credentials.BKASH_PASSWORD },
      body: { app_key: credentials.BKASH_APP_KEY, app_secret: credentials.BKASH_APP_SECRET },
    }),
    200,
  );
  const headers = { authorization: granted.id_token, "x-app-key": credentials.BKASH_APP_KEY };
  const call = async (path, body) =>
    expectJson(await send({ method: "POST", path: `${api}/payment/${path}`, headers, body }), 200);

  return {
    /** @returns {Promise<{ paymentID: string }>} */
    create: (amount, merchantInvoiceNumber) =>
      call("create", {
        amount,
        currency: "BDT",
        intent: "sale",
        merchantInvoiceNumber,
        merchantAssociationInfo: "",
      }),
    /** @returns {Promise<{ transactionStatus?: string }>} */
    execute: (paymentID) => call(`execute/${paymentID}`, {}),
    /** The customer's part in bKash's window: wallet, code and PIN. */
    authorise: (paymentID) => control("POST", `payments/${paymentID}/authorise`, {}),
    /** Calls so far, by name. The list of single calls, which can be long, is filtered away. */
    callCounts: async () => {
      const { operations } = await control("GET", "calls?operation=none");
      return Object.fromEntries(Object.entries(operations).map(([name, { calls }]) => [name, calls]));
    },
    captures: async () => (await control("GET", "ledger?paymentID=none")).totals.captures,
  };
}
