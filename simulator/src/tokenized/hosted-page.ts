import { Hono } from "hono";
import { fieldsOf, textOf } from "../api/api-call.ts";
import type { NodeEnv } from "../api/gateway.ts";
import { browserFolder } from "../checkout/browser-files.ts";
import type { HostedPage, Payment, PaymentState } from "../payments.ts";
import type { Simulator } from "../simulator.ts";
import { CALLBACK_STATUSES, callbackAddress, type CallbackStatus } from "./callback.ts";
import { HOSTED_PATH } from "./wire.ts";

// The customer is led here and not shown this in a frame; it loads nothing from elsewhere.
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Visit {
  readonly payment: Payment;
  readonly page: HostedPage;
}

/**
 * bKash's own payment page of Checkout (URL): the window's files once more, where only `relay.js` differs, which leads
 * from step to step and back to the shop instead of talking to a page around it (§11).
 */
export function hostedPage(simulator: Simulator): Hono<NodeEnv> {
  const pages = new Hono<NodeEnv>();
  const files = new Map(
    [...browserFolder("frame"), ...browserFolder("hosted")].map((file) => [file.name, file]),
  );
  for (const { name, type, text } of files.values()) {
    const isPage = name === "frame.html";
    const served = isPage ? text.replace("/checkout/2/frame.js", `${HOSTED_PATH}/frame.js`) : text;
    pages.get(isPage ? HOSTED_PATH : `${HOSTED_PATH}/${name}`, (c) =>
      c.body(served, 200, {
        "content-type": type,
        "content-security-policy": PAGE_POLICY,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      }),
    );
  }
  pages.post(`${HOSTED_PATH}/api/open`, async (c) => {
    const visit = findVisit(simulator, await c.req.json().catch(() => null));
    if (!visit) return c.json({ error: UNKNOWN }, 404);
    return c.json(isOver(visit.payment) ? { callback: wayBack(visit, "cancel") } : opening(simulator, visit));
  });
  pages.post(`${HOSTED_PATH}/api/leave`, async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const visit = findVisit(simulator, body);
    const status = CALLBACK_STATUSES.find((known) => known === fieldsOf(body)["status"]);
    return visit && status ? c.json({ callback: wayBack(visit, status) }) : c.json({ error: UNKNOWN }, 404);
  });
  return pages;
}

const UNKNOWN = "There is no such page. Use the bkashURL that create answered with, since the last reset.";

function findVisit({ payments }: Simulator, body: unknown): Visit | undefined {
  const fields = fieldsOf(body);
  const payment = payments.find(textOf(fields["paymentID"]));
  const page = payment?.hosted;
  return payment && page && page.secret === fields["hash"] ? { payment, page } : undefined;
}

const isOver = ({ state }: Payment): boolean =>
  state !== "open" && state !== "authorised" && state !== "cancelled";

const opening = ({ settings }: Simulator, { payment }: Visit) => ({
  paymentData: {
    paymentID: payment.paymentID,
    orgName: settings.orgName,
    amount: payment.amount.text,
    merchantInvoiceNumber: payment.invoice,
  },
});

const CONFIRMED: readonly PaymentState[] = ["authorised", "executing", "completed", "held"];

// Success is what the PIN made of the payment, never what a page says of itself.
function wayBack({ payment, page }: Visit, wish: CallbackStatus): string {
  const isConfirmed = CONFIRMED.includes(payment.state);
  const refused = wish === "success" ? "failure" : wish;
  return callbackAddress(payment.paymentID, page, isConfirmed ? "success" : refused);
}
