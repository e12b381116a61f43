// A PostgreSQL of this run alone, as durable as in production: what it costs to keep a payment is part of the figure.
import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import pg from "pg";
import { startCluster, stopCluster } from "../scripts/database/cluster.mjs";
import { addressOf, createDatabase, withConnection } from "../scripts/database/connection.mjs";
import { migrate, seed } from "../scripts/database/migrations.mjs";
import { whenStopping } from "../scripts/processes/shutdown.mjs";
import { inData } from "../scripts/setup/project.mjs";

const folder = inData("postgres-bench");

async function throwAway() {
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** A cluster that counts its statements, which it can be told only before it starts. */
async function startCountingCluster() {
  await throwAway(); // that of a run that was killed
  whenStopping(throwAway);
  const first = await startCluster(folder);
  await withConnection(addressOf(first.connection, "postgres"), (client) =>
    client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'"),
  );
  await first.stop();
  const { connection } = await startCluster(folder);
  return connection;
}

export async function startDatabase() {
  const connection = await startCountingCluster();
  const admin = new pg.Pool({ connectionString: addressOf(connection, "postgres"), max: 1 });
  admin.on("error", () => {}); // it loses its connection when the run ends
  await admin.query("CREATE EXTENSION pg_stat_statements");
  const settings = await admin.query(
    "SELECT current_setting('fsync') AS fsync, current_setting('server_version') AS version",
  );
  const { fsync, version } = settings.rows[0];
  if (fsync !== "on")
    throw new Error("This PostgreSQL does not write through to the disk: its figures would flatter");
  return {
    pid: connection.pid,
    version,
    shop: addressOf(connection, "shop"),
    floor: addressOf(connection, "floor"),
    /** The same catalogue for both; their orders stay apart, so that each one's statements can be told. */
    fill: async (/** @type {Record<string, string>} */ shopSettings) => {
      await createDatabase(connection, "shop");
      await migrate(shopSettings.DATABASE_URL);
      await seed(shopSettings);
      await createDatabase(connection, "floor", { template: "shop" });
    },
    statementCounts: (/** @type {string} */ name) => statementCounts(admin, name),
  };
}

/**
 * How often each statement ran in a database. Left out are those of the job queue, which run whether somebody pays or not,
 * those by which PostgreSQL itself checks a reference, and BEGIN and COMMIT, which it does not count for clients that
 * prepare them.
 */
async function statementCounts(admin, name) {
  const { rows } = await admin.query(
    `SELECT regexp_replace(query, '\\s+', ' ', 'g') AS query, sum(calls)::int AS calls, sum(total_exec_time) AS "totalMs"
     FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = $1 AND query NOT ILIKE '%pgboss%' AND query NOT LIKE '%FOR KEY SHARE OF x'
       AND query NOT IN ('BEGIN', 'COMMIT') GROUP BY 1`,
    [name],
  );
  return new Map(rows.map(({ query, calls, totalMs }) => [query, { calls, totalMs }]));
}

/**
 * Orders that wait for money, as `POST /api/orders` leaves them. Written directly: placing orders is not what is timed, and
 * would heat the shop's process only.
 *
 * @param {string} address
 * @param {number} count
 * @returns {Promise<{ number: string, accessToken: string, totalInPoisha: number }[]>}
 */
export async function placeOrders(address, count) {
  const accessTokens = Array.from({ length: count }, () => randomBytes(32).toString("base64url"));
  const hashes = accessTokens.map((token) => createHash("sha256").update(token).digest());
  const { rows } = await withConnection(address, (client) => client.query(PLACE_ORDERS, [hashes]));
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  return accessTokens.map((accessToken, at) => {
    const { number, totalInPoisha } = byHash.get(hashes[at]?.toString("hex"));
    return { number, accessToken, totalInPoisha };
  });
}

const PLACE_ORDERS = `
  WITH article AS (
    SELECT v.id, v.sku, v."priceInPoisha", p."nameBn", p."nameEn", p.image
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId" ORDER BY v.sku LIMIT 1
  ), placed AS (
    INSERT INTO "Order" (id, "accessTokenHash", "subtotalInPoisha", "deliveryFeeInPoisha", "totalInPoisha", locale,
      "contactName", "contactPhone", "deliveryDistrict", "deliveryAddress", "holdUntil")
    SELECT gen_random_uuid(), hash, article."priceInPoisha", 6000, article."priceInPoisha" + 6000, 'bn',
      'Bench', '+8801712345678', 'Dhaka', 'Road 1', now() + interval '1 hour'
    FROM unnest($1::bytea[]) AS hash, article
    RETURNING id, number, "accessTokenHash", "totalInPoisha"
  ), lines AS (
    INSERT INTO "OrderLine" (id, "orderId", "variantId", sku, "nameBn", "nameEn", image, "unitPriceInPoisha", quantity)
    SELECT gen_random_uuid(), placed.id, article.id, article.sku, article."nameBn", article."nameEn", article.image,
      article."priceInPoisha", 1
    FROM placed, article
  )
  SELECT encode("accessTokenHash", 'hex') AS hash, number, "totalInPoisha" FROM placed`;

/** An article of the catalogue that can be bought: its page's name and its SKU. */
export async function anyArticle(/** @type {string} */ address) {
  const { rows } = await withConnection(address, (client) =>
    client.query(`SELECT p.slug, v.sku FROM "Product" p JOIN "Variant" v ON v."productId" = p.id
      WHERE v.stock > 0 ORDER BY p.position LIMIT 1`),
  );
  return rows[0];
}

/** Orders that are paid, each by one payment that completed: what must have come of every purchase that was timed. */
export async function countPaid(/** @type {string} */ address) {
  const { rows } = await withConnection(address, (client) =>
    client.query(`SELECT count(*)::int AS paid FROM "Order" o JOIN "Payment" p ON p.id = o."paidPaymentId"
      WHERE o.status = 'PAID' AND p.status = 'COMPLETED' AND p."trxId" IS NOT NULL`),
  );
  return rows[0].paid;
}
