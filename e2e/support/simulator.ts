import { expect } from "@playwright/test";

/** bKash on this machine, by its control API. Over HTTP, as any other program would use it. */

const address = () => process.env.SIMULATOR_URL ?? "http://localhost:4210";

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${address()}/__simulator/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const answer = (await response.json()) as T;
  expect(response.ok, JSON.stringify(answer)).toBe(true);
  return answer;
}

export interface Calls {
  operations: Record<string, { calls: number }>;
  calls: { operation: string; paymentID?: string }[];
}

export const simulator = {
  control,
  /** Everything forgotten but the tokens: a new one would cost the shop a call of its hourly budget. */
  reset: (settings: Record<string, unknown> = {}) =>
    control("POST", "reset", { keepTokens: true, duplicateWindowSeconds: 0, tokenCallCap: 0, ...settings }),
  authorise: (paymentID: string, wallet?: string) =>
    control("POST", `payments/${paymentID}/authorise`, wallet ? { wallet } : {}),
  fault: (fault: Record<string, unknown>) => control("POST", "faults", fault),
  noFaults: () => control("DELETE", "faults"),
  captures: async () =>
    (
      await control<{
        captures: {
          paymentID: string;
          trxID: string;
          merchantInvoiceNumber: string;
          amountInPoisha: number;
        }[];
      }>("GET", "ledger")
    ).captures,
  /** How often an operation was called, for one payment or in all. */
  count: async (operation: string, paymentID?: string) => {
    const query = new URLSearchParams({ operation, ...(paymentID ? { paymentID } : {}) });
    return (await control<Calls>("GET", `calls?${query}`)).calls.length;
  },
};
