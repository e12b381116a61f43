import { grave } from "./rules.mjs";

const ASKED = [
  {
    sql: `SELECT count(*)::int AS found FROM "Variant" WHERE sku LIKE 'HAAT-%'`,
    what: (count) => `${count} articles of the demo are still for sale.`,
    where: "prisma/catalogue (fresh shops), or delete them in the database",
  },
  {
    sql: `SELECT count(*)::int AS found FROM "Merchant" WHERE email LIKE '%@example.com'`,
    what: () => "The demo's merchant can still sign in.",
    where: "npm run merchant -- help",
  },
];

/** What the seed left in the shop's database. Nothing where there is no database to ask. */
export async function examineDatabase(connectionString) {
  if (!connectionString)
    return [
      {
        isGrave: false,
        what: "DATABASE_URL is not set, so the catalogue and the merchants were not looked at.",
        where: "DATABASE_URL=… npm run doctor",
      },
    ];
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const findings = [];
    for (const { sql, what, where } of ASKED) {
      const { found } = (await client.query(sql)).rows[0];
      if (found > 0) findings.push(grave(what(found), where));
    }
    return findings;
  } catch (error) {
    return [
      grave(`The database does not answer: ${error.message}`, "DATABASE_URL in .env or in the environment"),
    ];
  } finally {
    await client.end().catch(() => {});
  }
}
