// Time passes for the shop and for bKash alike, without anybody waiting.

/**
 * Makes every moment in the shop's database older by so many seconds, its histories included, and moves bKash's clock on.
 *
 * @param {import("pg").Client} database
 */
export async function letTimePass(database, bkash, seconds) {
  const { rows } = await database.query(
    `SELECT table_schema, table_name, array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE data_type = 'timestamp with time zone' AND table_name NOT LIKE '\\_prisma%'
       AND (table_schema = 'public' OR (table_schema = 'pgboss' AND table_name = 'job'))
     GROUP BY table_schema, table_name`,
  );
  await database.query("BEGIN");
  await database.query("SET LOCAL session_replication_role = replica"); // histories refuse changes otherwise
  for (const { table_schema, table_name, columns } of rows) {
    const older = columns.map((name) => `"${name}" = "${name}" - interval '${Number(seconds)} seconds'`);
    await database.query(`UPDATE "${table_schema}"."${table_name}" SET ${older.join(", ")}`);
  }
  await database.query("COMMIT");
  await bkash.advance(seconds);
}
