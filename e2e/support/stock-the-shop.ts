import { Client } from "pg";

/** The tests buy more than the seed has. What sells out or runs low in the catalogue stays as it is. */
export default async function stockTheShop(): Promise<void> {
  const database = new Client({ connectionString: process.env.DATABASE_URL });
  await database.connect();
  await database.query(`UPDATE "Variant" SET stock = 10000 WHERE sku IN ('HAAT-TEX-002', 'HAAT-TEX-003')`);
  await database.end();
}
