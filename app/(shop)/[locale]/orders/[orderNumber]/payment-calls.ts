/** The payment routes as the browser calls them. */

export interface PaymentAnswer {
  status: string;
  orderStatus: string;
}

export type Call<T> =
  { kind: "answer"; data: T } | { kind: "refused"; code: string; message: string } | { kind: "no answer" };

const ROUTE = "/api/payments/bkash";

/** Longer than the server's own limits, so that its answer is waited for. */
const PATIENCE_MS = 80_000;

export const callCreate = (orderNumber: string, idempotencyKey: string) =>
  send<{ paymentId: string; window: Record<string, unknown> }>(
    "create",
    { orderNumber },
    { "Idempotency-Key": idempotencyKey },
  );

export const callExecute = (paymentId: string) => send<PaymentAnswer>("execute", { paymentId });

export const callCancel = (paymentId: string) => send<PaymentAnswer>("cancel", { paymentId });

export const callQuery = (paymentId: string) =>
  read<PaymentAnswer>(`${ROUTE}/query?paymentId=${encodeURIComponent(paymentId)}`, {});

/** A name for one click, so that a request that is sent twice opens one payment. */
export const newClickKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const send = <T>(operation: string, body: unknown, headers: Record<string, string> = {}): Promise<Call<T>> =>
  read<T>(`${ROUTE}/${operation}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
    keepalive: true,
  });

async function read<T>(url: string, options: RequestInit): Promise<Call<T>> {
  const headers = { ...options.headers, "Accept-Language": document.documentElement.lang };
  try {
    const response = await fetch(url, {
      ...options,
      headers,
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await response.json();
    return response.ok ? { kind: "answer", data: body as T } : { kind: "refused", ...refusalIn(body) };
  } catch {
    return { kind: "no answer" };
  }
}

const refusalIn = (body: unknown): { code: string; message: string } => {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { code: text(error?.code), message: text(error?.message) };
};
