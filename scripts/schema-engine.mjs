#!/usr/bin/env node
// Stand-in for Prisma's native `schema-engine` binary, for machines that cannot reach binaries.prisma.sh.
// It speaks the same JSON-RPC-over-stdio protocol, backed by Prisma's own WebAssembly build of the same engine.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

const require = createRequire(import.meta.url);

async function loadWasm() {
  const dir = require
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/schema_engine_bg\.js$/, "");
  const bytes = readFileSync(dir + "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

const argv = process.argv.slice(2);
const opts = { datamodels: [], datasource: undefined, command: [] };
for (let i = 0; i < argv.length; i++) {
  const a = argv[i];
  if (a === "--version" || a === "-V") {
    console.log("schema-engine-cli (wasm shim)");
    process.exit(0);
  } else if (a === "--datamodels") opts.datamodels.push(argv[++i]);
  else if (a === "--datasource") opts.datasource = JSON.parse(argv[++i]);
  else if (a.startsWith("--")) i++;
  else opts.command.push(a);
}

const url = () => opts.datasource?.url;
const logLine = (level, message, error_code) =>
  process.stderr.write(
    "\n" +
      JSON.stringify({
        timestamp: new Date().toISOString(),
        level,
        fields: { message, error_code },
        target: "schema_engine::logger",
      }) +
      "\n",
  );

async function withMaintenance(fn) {
  const u = new URL(url());
  const db = decodeURIComponent(u.pathname.slice(1));
  u.pathname = "/postgres";
  const c = new pg.Client({ connectionString: u.href });
  await c.connect();
  try {
    return await fn(c, db);
  } finally {
    await c.end();
  }
}
async function createDatabase() {
  return withMaintenance(async (c, db) => {
    await c.query(`CREATE DATABASE ${pg.escapeIdentifier(db)}`);
    return { databaseName: db };
  });
}
async function canConnect() {
  const c = new pg.Client({ connectionString: url() });
  try {
    await c.connect();
    await c.query("SELECT 1");
  } catch (e) {
    const code = e.code === "3D000" ? "P1003" : e.code === "28P01" ? "P1000" : "P1001";
    throw Object.assign(new Error(e.message || String(e)), { prismaCode: code });
  } finally {
    await c.end().catch(() => {});
  }
}

// adapter-pg has no mapping for the catalogue type "char" (OID 18), which the engine reads while introspecting; hand it over as text.
for (const proto of [pg.Client.prototype, Object.getPrototypeOf(pg.Pool.prototype)]) {
  const query = proto.query;
  proto.query = function (...args) {
    const out = query.apply(this, args);
    return typeof out?.then !== "function"
      ? out
      : out.then((r) => (r?.fields?.forEach((f) => f.dataTypeID === 18 && (f.dataTypeID = 25)), r));
  };
}

/**
 * Shadow database for `migrate dev` and `migrate diff --from-migrations`. adapter-pg's own does not work from a connection
 * string (`{ ...config, database }` loses to `connectionString`) and drops the database before it closes its pool.
 */
class Factory extends PrismaPg {
  async connectToShadowDb() {
    const given = opts.datasource?.shadowDatabaseUrl;
    if (given) return new PrismaPg({ connectionString: given }).connect();
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const admin = (sql) => withMaintenance((c) => c.query(sql));
    await admin(`CREATE DATABASE "${name}"`);
    const u = new URL(url());
    u.pathname = "/" + name;
    const adapter = await new PrismaPg({ connectionString: u.href }).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await admin(`DROP DATABASE "${name}" WITH (FORCE)`);
    };
    return adapter;
  }
}

async function rpcServer() {
  const wasm = await loadWasm();
  const config = opts.datamodels.map((f) => [f, readFileSync(f, "utf8")]);
  let engine;
  const getEngine = () =>
    (engine ??= wasm.SchemaEngine.new(
      { datamodels: config.length ? config : undefined },
      (log) => process.env.DEBUG?.includes("schemaEngine") && process.stderr.write(String(log) + "\n"),
      bindMigrationAwareSqlAdapterFactory(new Factory({ connectionString: url() })),
    ));
  const rl = createInterface({ input: process.stdin, crlfDelay: Infinity });
  let print = 1_000_000;
  const send = (o) => process.stdout.write(JSON.stringify(o) + "\n");
  for await (const line of rl) {
    if (!line.trim()) continue;
    const req = JSON.parse(line);
    if (!req.method) continue; // an answer to our own `print`
    try {
      let result;
      if (req.method === "createDatabase") result = await createDatabase();
      else {
        const e = await getEngine();
        if (req.method === "getDatabaseVersion") result = await e.version(req.params);
        else if (req.method === "diff") {
          result = await e.diff(req.params);
          if (result.stdout)
            send({ id: print++, jsonrpc: "2.0", method: "print", params: { content: result.stdout } });
        } else result = await e[req.method](req.params);
      }
      send({ jsonrpc: "2.0", id: req.id, result: result ?? {} });
    } catch (err) {
      const m = err?.message ?? String(err);
      let data = { is_panic: false, message: m, error_code: err?.code, meta: err?.meta };
      send({
        jsonrpc: "2.0",
        id: req.id,
        error: { code: 4466, message: "An error happened. Check the data field for details.", data },
      });
    }
  }
  process.exit(0);
}

if (opts.command[0] === "cli") {
  try {
    if (opts.command[1] === "can-connect-to-database") await canConnect();
    else if (opts.command[1] === "create-database") await createDatabase();
    logLine("INFO", "ok");
    process.exit(0);
  } catch (e) {
    logLine("ERROR", e.message, e.prismaCode ?? "P1001");
    process.exit(1);
  }
} else await rpcServer();
