// Create and execute with the shop's guarantees: the row before the call, one claim, history with every change, one settling
// transaction that compares every field. What the shop leaves to its jobs is left out here too.
import pg from "pg";
import * as sql from "./statements.mjs";
import { create, execute, isAbout } from "./wallet.mjs";

const MAX_RECENT_PAYMENTS = 5;
/** As many connections as the shop has. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const run = (client, statement, values) => client.query({ ...statement, values });
const refused = (status, error) => ({ status, body: { error } });

async function inTransaction(work) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    client.release(true); // closing the connection rolls back
    throw error;
  }
}

/** Opens a payment for the order that this secret belongs to. The amount is the order's. */
export async function createPayment(orderNumber, accessHash) {
  const prepared = await inTransaction((client) => prepare(client, orderNumber, accessHash));
  if ("status" in prepared) return prepared;
  const answer = await create(prepared.amountInPoisha, prepared.invoiceNumber).catch((error) => ({ error }));
  const isOpen = answer.paymentID && isAbout(answer, prepared);
  if (!isOpen) {
    await run(pool, sql.ABANDON_PAYMENT, [prepared.id]);
    return refused(502, "WALLET_UNAVAILABLE");
  }
  const opened = await run(pool, sql.OPEN_PAYMENT, [prepared.id, orderNumber, answer.paymentID, answer]);
  if (opened.rowCount === 0) return refused(409, "PAYMENT_IN_PROGRESS");
  const { id: paymentId, attempt, amountInPoisha } = prepared;
  return {
    status: 201,
    body: { paymentId, orderNumber, attempt, amountInPoisha, currency: "BDT", window: answer },
  };
}

async function prepare(client, orderNumber, accessHash) {
  const [order] = (await run(client, sql.LOCK_ORDER, [orderNumber, accessHash])).rows;
  if (!order) return refused(404, "ORDER_NOT_FOUND");
  if (order.status !== "PENDING") return refused(409, "ALREADY_PAID");
  const siblings = (await run(client, sql.SIBLINGS, [order.id])).rows;
  if (siblings.some(({ status }) => ["EXECUTING", "UNCERTAIN", "MISMATCH"].includes(status)))
    return refused(409, "PAYMENT_IN_PROGRESS");
  if (siblings.filter(({ isRecent }) => isRecent).length >= MAX_RECENT_PAYMENTS)
    return refused(429, "TOO_MANY_PAYMENTS");
  if (siblings.some(({ status }) => status === "NEW" || status === "CREATED"))
    await run(client, sql.CANCEL_OPEN, [order.id]);
  const attempt = (siblings.at(-1)?.attempt ?? 0) + 1;
  const payment = {
    attempt,
    amountInPoisha: order.totalInPoisha,
    invoiceNumber: `${orderNumber}-${attempt}`,
  };
  const { rows } = await run(client, sql.INSERT_PAYMENT, [
    order.id,
    attempt,
    payment.amountInPoisha,
    payment.invoiceNumber,
  ]);
  return { ...payment, id: rows[0].id };
}

/** Moves the money of an authorised payment: once, however often it is asked. */
export async function executePayment(paymentId, accessHash) {
  const [claimed] = (await run(pool, sql.CLAIM, [paymentId, accessHash])).rows;
  if (!claimed) return whereItStands(paymentId, accessHash);
  const answer = await execute(claimed.providerPaymentId).catch((error) => ({ error: String(error) }));
  const settled = await inTransaction((client) => settle(client, paymentId, answer));
  if (!settled) return whereItStands(paymentId, accessHash);
  return { status: 200, body: { paymentId, orderNumber: claimed.number, ...settled } };
}

async function settle(client, paymentId, answer) {
  const [payment] = (await run(client, sql.LOCK_PAYMENT, [paymentId])).rows;
  const isClearYes =
    answer.transactionStatus === "Completed" &&
    Boolean(answer.trxID) &&
    answer.paymentID === payment.providerPaymentId &&
    isAbout(answer, payment) &&
    payment.orderStatus === "PENDING" &&
    payment.status === "EXECUTING";
  if (!isClearYes) {
    await run(client, sql.LEAVE_IN_DOUBT, [
      paymentId,
      { cause: answer.error ?? answer.errorCode ?? "unclear" },
    ]);
    return undefined;
  }
  const { amountInPoisha, invoiceNumber, providerPaymentId } = payment;
  const detail = { trxId: answer.trxID, amountInPoisha, currency: "BDT", invoiceNumber, providerPaymentId };
  const { rows } = await run(client, sql.COMPLETE, [paymentId, answer.trxID, detail, payment.orderId]);
  return {
    status: "COMPLETED",
    orderStatus: "PAID",
    amountInPoisha,
    currency: "BDT",
    trxId: answer.trxID,
    completedAt: rows[0].completedAt,
  };
}

async function whereItStands(paymentId, accessHash) {
  const [payment] = (await run(pool, sql.READ_PAYMENT, [paymentId, accessHash])).rows;
  if (!payment) return refused(404, "PAYMENT_NOT_FOUND");
  return { status: ["EXECUTING", "UNCERTAIN"].includes(payment.status) ? 202 : 200, body: payment };
}
