// One purchase through the JSON API, as docs/api.md describes it.

/** @typedef {{ to: string, status: number, headers: string, text: string }} Answer */

/** A client that remembers all that it was answered. */
export function rememberingClient(origin) {
  /** @type {Answer[]} */
  const answers = [];
  const send = async (path, { method = "GET", body, headers = {} } = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: "manual",
      headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = {
      to: `${method} ${path.split("?")[0]}`,
      status: response.status,
      headers: JSON.stringify([...response.headers]),
      text: await response.text(),
    };
    answers.push(answer);
    return answer;
  };
  return { answers, send };
}

const json = ({ status, text }, expected) => {
  if (status !== expected) throw new Error(`Expected HTTP ${expected}, got ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
};

/** Places an order. @returns {Promise<{ orderNumber: string, accessToken: string }>} */
export const placeOrder = async (send) =>
  json(
    await send("/api/orders", {
      method: "POST",
      body: {
        lines: [{ sku: "HAAT-TEX-002", quantity: 1 }],
        contact: { name: "Rahima Khatun", phone: "01712345678" },
        delivery: { district: "dhaka", address: "House 12, Road 5" },
        locale: "en",
      },
    }),
    201,
  );

/** Opens a payment, authorises it at the simulator through its window's own API, and executes it. */
export async function pay(send, order, simulator, { wallet, otp, pin }) {
  const headers = { authorization: `Bearer ${order.accessToken}` };
  const post = (verb, body) => send(`/api/payments/bkash/${verb}`, { method: "POST", headers, body });
  const { paymentId, window } = json(await post("create", { orderNumber: order.orderNumber }), 201);
  const authorised = await fetch(`${simulator}/__simulator/payments/${window.paymentID}/authorise`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ wallet }),
  });
  if (!authorised.ok) throw new Error(`The simulator did not authorise: HTTP ${authorised.status}`);
  // What a browser might send by mistake, and no log may repeat.
  await post("execute", { paymentId, otp, pin });
  const paid = json(await post("execute", { paymentId }), 200);
  if (paid.status !== "COMPLETED") throw new Error(`The payment ended as ${paid.status}`);
  await send(`/api/payments/bkash/query?paymentId=${paymentId}`, { headers });
  await send(`/api/orders/${order.orderNumber}`, { headers });
  return { paymentId, ...window };
}
