// Secrets that are watched: a purchase at the most talkative log level, and then a search for them everywhere (I14).
import { withConnection } from "../database/connection.mjs";
import { pay, placeOrder, rememberingClient } from "./purchase.mjs";

/** The shopper's own: a test wallet, and a code and PIN that no request of ours asks for. */
const WALLET = "01770618575";
const TYPED = { wallet: WALLET, otp: "719403", pin: "81952" };

/** Everything in the database as text. The columns that exist to hold a thing are left out, each with its reason. */
async function dump(databaseUrl) {
  return withConnection(databaseUrl, async (client) => {
    const { rows: tables } = await client.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const texts = [];
    for (const { table_name: name } of tables) {
      const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
      for (const { row } of rows) texts.push({ where: `table ${name}`, text: row });
    }
    const { rows: jobs } = await client.query("SELECT to_jsonb(j)::text AS row FROM pgboss.job j");
    return [...texts, ...jobs.map(({ row }) => ({ where: "pgboss.job", text: row }))];
  });
}

/** What every token of bKash looks like, refresh tokens included. */
const BKASH_TOKEN = /eyJ[\w-]{8,}\.[\w.-]{8,}/;

/** That it looks so is asked of bKash itself: a pattern that finds nothing would be content with everything. */
async function requireThatTokensAreKnown(
  simulator,
  { BKASH_USERNAME, BKASH_PASSWORD, BKASH_APP_KEY, BKASH_APP_SECRET },
) {
  const response = await fetch(`${simulator}/v1.2.0-beta/checkout/token/grant`, {
    method: "POST",
    headers: { "content-type": "application/json", username: BKASH_USERNAME, password: BKASH_PASSWORD },
    body: JSON.stringify({ app_key: BKASH_APP_KEY, app_secret: BKASH_APP_SECRET }),
  });
  const { id_token: token, refresh_token: refresh } = await response.json();
  for (const each of [token, refresh])
    if (!BKASH_TOKEN.test(each)) throw new Error("bKash's tokens do not look as they are looked for");
}

/**
 * Buys once and looks for every secret in logs, answers and database.
 *
 * @param {Awaited<ReturnType<typeof import("../testing/world.mjs").startWorld>>} world whose log level is debug
 * @returns {Promise<{ complaints: string[], looked: number, lines: Record<string, unknown>[] }>}
 */
export async function watchCanaries({ settings, databaseUrl, origin, simulator, log }) {
  const { answers, send } = rememberingClient(origin);
  const order = await placeOrder(send);
  const bought = await pay(send, order, simulator, TYPED);
  // Also the way of things that go wrong: their words are the longer ones.
  await send("/api/orders", { method: "POST", body: { pin: TYPED.pin } });
  await send(`/api/orders/${order.orderNumber}/open?token=x${order.accessToken.slice(1)}&locale=bn`);

  await requireThatTokensAreKnown(simulator, settings);
  const secrets = {
    ...Object.fromEntries(
      ["BKASH_APP_SECRET", "BKASH_PASSWORD", "CRON_SECRET", "NEXTAUTH_SECRET"].map((name) => [
        name,
        settings[name],
      ]),
    ),
    TOKEN_ENCRYPTION_KEY: settings.TOKEN_ENCRYPTION_KEY,
    METRICS_TOKEN: settings.METRICS_TOKEN,
    "wallet number": WALLET,
    "one-time code": TYPED.otp,
    PIN: TYPED.pin,
  };
  const lines = log()
    .split("\n")
    .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  // The token is told to whoever placed the order, and to nobody else; its link is its place.
  const [placed, ...others] = answers;
  const places = [
    { where: "log", text: log() },
    ...others.map(({ to, text, headers }) => ({ where: `the answer to ${to}`, text: `${text}\n${headers}` })),
    ...(await dump(databaseUrl)),
  ];
  const complaints = [];
  for (const [name, secret] of Object.entries({ ...secrets, "order token": order.accessToken }))
    for (const { where, text } of places)
      if (text.includes(secret)) complaints.push(`${name} stands in ${where}`);
  for (const [name, secret] of Object.entries(secrets))
    if (placed.text.includes(secret)) complaints.push(`${name} stands in the answer to an order`);
  for (const { where, text } of places)
    if (BKASH_TOKEN.test(text)) complaints.push(`a token of bKash stands in ${where}`);
  // A number is no secret in the order that it was typed into, but the log has no use for it.
  if (/(?:\+?88)?01712345678/.test(log())) complaints.push("the shopper's whole number stands in the log");

  const told = lines.filter((line) => line.orderNumber === order.orderNumber);
  for (const to of ["NEW", "CREATED", "EXECUTING", "COMPLETED"])
    if (!told.some((line) => line.to === to && line.paymentId === bought.paymentId))
      complaints.push(`no line of the log under ${order.orderNumber} tells that the payment became ${to}`);
  for (const operation of ["create", "execute"])
    if (!told.some((line) => line.operation === operation && line.requestId))
      complaints.push(`no line of the log under ${order.orderNumber} tells of the call "${operation}"`);
  return { complaints, looked: places.length };
}
