/** The payment routes as the browser calls them. */

export interface PaymentAnswer {
  status: string;
  orderStatus: string;
}

export interface FollowAnswer {
  orderStatus: string;
  mayPay: boolean;
  askedAt: string | null;
  mark: string;
  lookAgainInMs: number | null;
}

interface OpenedAnswer {
  paymentId: string;
  window: Record<string, unknown>;
}

export type Call<T> =
  { kind: "answer"; data: T } | { kind: "refused"; code: string; message: string } | { kind: "no answer" };

const ROUTE = "/api/payments/bkash";

/** Longer than the server's own limits, so that its answer is waited for. */
const PATIENCE_MS = 80_000;
/** A page that looks does not wait longer than the shop does for bKash, and a slow line beside. */
const LOOK_MS = 15_000;

export const callCreate = (orderNumber: string, idempotencyKey: string) =>
  send<OpenedAnswer>("create", { orderNumber }, { "Idempotency-Key": idempotencyKey });

export const callContinue = (paymentId: string) => send<OpenedAnswer>("continue", { paymentId });

export const callExecute = (paymentId: string) => send<PaymentAnswer>("execute", { paymentId });

export const callCancel = (paymentId: string) => send<PaymentAnswer>("cancel", { paymentId });

export const callFollow = (orderNumber: string) =>
  asWhoMaySee<FollowAnswer>(`/api/orders/${orderNumber}/payment`, {}, LOOK_MS);

/** The order's link. Kept, so that a payment under way ends well even when the browser loses its cookie meanwhile. */
export async function callLink(orderNumber: string): Promise<Call<OrderLink>> {
  const call = await asWhoMaySee<OrderLink>(`/api/orders/${orderNumber}/link`, {}, LOOK_MS);
  if (call.kind === "answer") kept = call.data;
  return call;
}

export interface OrderLink {
  accessToken: string;
  link: string;
}

let kept: OrderLink | undefined;
let hasLostCookie = false;

/** Where to see the order when this browser's cookie is gone; null while the cookie does. */
export const wayBack = (): string | null => (hasLostCookie && kept ? kept.link : null);

/** A browser that keeps no cookies has the order's secret in the page's address. */
const tokenInAddress = (): string | null => new URLSearchParams(location.search).get("token");

/** A name for one click, so that a request that is sent twice opens one payment. */
export const newClickKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const send = <T>(operation: string, body: unknown, headers: Record<string, string> = {}): Promise<Call<T>> =>
  asWhoMaySee<T>(
    `${ROUTE}/${operation}`,
    {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json", ...headers },
      keepalive: true,
    },
    PATIENCE_MS,
  );

/** Calls as the shopper of the cookie; when the shop does not know that one any more, as the holder of the order's link. */
async function asWhoMaySee<T>(
  url: string,
  options: RequestInit & { headers?: Record<string, string> },
  patienceMs: number,
): Promise<Call<T>> {
  const token = tokenInAddress() ?? (hasLostCookie ? kept?.accessToken : undefined);
  const call = await read<T>(url, options, patienceMs, token);
  if (token || !kept || call.kind !== "refused" || !NOT_YOURS.has(call.code)) return call;
  hasLostCookie = true;
  return read<T>(url, options, patienceMs, kept.accessToken);
}

const NOT_YOURS: ReadonlySet<string> = new Set(["ORDER_NOT_FOUND", "PAYMENT_NOT_FOUND"]);

async function read<T>(
  url: string,
  options: RequestInit & { headers?: Record<string, string> },
  patienceMs: number,
  token: string | undefined,
): Promise<Call<T>> {
  const headers = {
    ...options.headers,
    "Accept-Language": document.documentElement.lang,
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
  try {
    const response = await fetch(url, {
      ...options,
      headers,
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
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
