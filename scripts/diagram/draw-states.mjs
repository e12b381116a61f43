import { format } from "prettier";
import { endedWithoutMoney, isSetAside } from "../../lib/payments/payment-status.ts";
import { readTable } from "./read-table.mjs";

const SETTINGS = { parser: "markdown", printWidth: 110 };

/** The whole of docs/payment-states.md. Every step of every table is drawn once. */
export async function drawStates() {
  const orders = await readTable("lib/orders/order-status.ts", {
    statuses: "ORDER_STATUSES",
    canBecome: "orderCanBecome",
  });
  const deliveries = await readTable("lib/orders/delivery-status.ts", {
    statuses: "DELIVERY_STATUSES",
    canBecome: "deliveryCanBecome",
  });
  const payments = await readTable("lib/payments/payment-status.ts", {
    statuses: "PAYMENT_STATUSES",
    canBecome: "canBecome",
  });
  const refunds = await readTable("lib/payments/refund-status.ts", {
    statuses: "REFUND_STATUSES",
    canBecome: "refundCanBecome",
  });
  const touchesSetAside = ([from, to]) =>
    [from, to].some((status) => isSetAside(status) || status === "VOIDED");
  const reopens = ([from]) => endedWithoutMoney(from);

  return format(
    [
      "# Where orders, payments and refunds can stand",
      "Drawn by `npm run diagram` from the tables that the shop runs by; a test compares them. Change the table, then draw again.",
      "## An order",
      diagram(steps(orders), "PENDING"),
      meanings(orders),
      "## A payment",
      "One try to collect an order's total. `sale` takes the money when it is executed:",
      diagram(
        steps(payments).filter((step) => !reopens(step) && !touchesSetAside(step)),
        "NEW",
      ),
      "With the intent `authorization`, execute sets the money aside, and the merchant captures or voids it:",
      diagram(steps(payments).filter((step) => !reopens(step) && touchesSetAside(step))),
      "What ended without money is opened again by one thing alone: the wallet's own word that money moved.",
      diagram(steps(payments).filter(reopens)),
      meanings(payments),
      "## A refund",
      'One giving back of money of one payment. Doubt is settled by asking; only "not refunded" has it sent again.',
      diagram(steps(refunds), "REQUESTED"),
      meanings(refunds),
      "## A delivery",
      "The goods of an order that is paid, or is paid at the door.",
      diagram(steps(deliveries), "TO_PACK"),
      meanings(deliveries),
    ].join("\n\n"),
    SETTINGS,
  );
}

const steps = (table) => [...table].flatMap(([from, { next }]) => next.map((to) => [from, to]));

/** The first status of a table is where all begins. */
function diagram(drawn, begin) {
  const lines = drawn.map(([from, to]) => `    ${from} --> ${to}`);
  const start = drawn.some(([from]) => from === begin) ? [`    [*] --> ${begin}`] : [];
  return ["```mermaid", "stateDiagram-v2", ...start, ...lines, "```"].join("\n");
}

const meanings = (table) =>
  [
    "| Status | Means |",
    "| --- | --- |",
    ...[...table].map(([name, { means }]) => `| \`${name}\` | ${means} |`),
  ].join("\n");
