// Three ways to the same bKash. Each buys in two steps, because the customer's own part lies between them and is not timed.
import { countPaid, placeOrders } from "../database.mjs";
import { expectJson, httpClient } from "../http-client.mjs";

/** As many as are ever in flight. */
const CONNECTIONS = 64;

/**
 * @typedef {{ number: string, accessToken: string, totalInPoisha: number }} Order
 * @typedef {{ order: Order, paymentId: string, bkashPaymentId: string }} Opened
 * @typedef {object} Buyer
 * @property {string} name
 * @property {number | undefined} pid the server's process; none when there is no server in between
 * @property {(count: number) => Promise<Order[]>} prepare
 * @property {(order: Order) => Promise<Opened>} create
 * @property {(opened: Opened) => Promise<void>} execute
 * @property {() => Promise<number>} paid purchases that ended as they must
 */

/** Buys through a server with the shop's API: the shop itself, or its floor. @returns {Buyer} */
export function buyerAt(name, { origin, pid }, databaseUrl) {
  const send = httpClient(origin, CONNECTIONS);
  const post = async (step, order, body, status) =>
    expectJson(
      await send({
        method: "POST",
        path: `/api/payments/bkash/${step}`,
        headers: { authorization: `Bearer ${order.accessToken}` },
        body,
      }),
      status,
    );
  return {
    name,
    pid,
    prepare: (count) => placeOrders(databaseUrl, count),
    create: async (order) => {
      const { paymentId, window } = await post("create", order, { orderNumber: order.number }, 201);
      return { order, paymentId, bkashPaymentId: window.paymentID };
    },
    execute: async ({ order, paymentId }) => {
      const { status } = await post("execute", order, { paymentId }, 200);
      if (status !== "COMPLETED") throw new Error(`${name}: a payment ended as ${status}`);
    },
    paid: () => countPaid(databaseUrl),
  };
}

/** Calls bKash itself: the least that any server in between can come down to. @returns {Buyer} */
export function buyerWithoutServer(name, bkash) {
  let invoices = 0;
  let executed = 0;
  return {
    name,
    pid: undefined,
    prepare: async (count) =>
      Array.from({ length: count }, () => ({
        number: `B-${++invoices}`,
        accessToken: "",
        totalInPoisha: 50_000,
      })),
    create: async (order) => {
      const { paymentID } = await bkash.create(String(order.totalInPoisha / 100), order.number);
      return { order, paymentId: "", bkashPaymentId: paymentID };
    },
    execute: async ({ bkashPaymentId }) => {
      const { transactionStatus } = await bkash.execute(bkashPaymentId);
      if (transactionStatus !== "Completed")
        throw new Error(`${name}: a payment ended as ${transactionStatus}`);
      executed += 1;
    },
    paid: async () => executed,
  };
}
