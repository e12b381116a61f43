import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { AdapterFactory } from "./adapter.mjs";
import { createDatabase } from "./questions.mjs";

const ERROR_WITH_DATA = 4466; // Prisma then reads the error from `data`

/** Where the engine leaves its last words when it dies of an error of its own; without it, it would die in silence. */
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    process.stderr.write(`${message}\n`);
    process.exit(101); // what a Rust program ends with then
  },
};

async function loadEngine({ datamodels, datasource }) {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const files = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  const log = (line) => process.env.DEBUG?.includes("schemaEngine") && process.stderr.write(`${line}\n`);
  const adapter = bindMigrationAwareSqlAdapterFactory(new AdapterFactory(datasource));
  return glue.SchemaEngine.new({ datamodels: files.length > 0 ? files : undefined }, log, adapter);
}

/** Answers Prisma's requests, one JSON object per line, until its end of the pipe closes. */
export async function serve(options) {
  let engine;
  let printed = 1_000_000; // the numbers of our own requests, out of the way of Prisma's
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

  async function answer({ method, params }) {
    if (method === "createDatabase") return createDatabase(options.datasource?.url);
    engine ??= loadEngine(options); // only now: making a database must not need one
    if (method === "getDatabaseVersion") return (await engine).version(params);
    const result = await (await engine)[method](params);
    if (method === "diff" && result.stdout)
      send({ id: printed++, method: "print", params: { content: result.stdout } });
    return result;
  }

  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const request = JSON.parse(line);
    if (!request.method) continue; // the answer to a `print` of ours
    try {
      send({ id: request.id, result: (await answer(request)) ?? {} });
    } catch (error) {
      const message = error?.message ?? String(error);
      const data = { is_panic: false, message, error_code: error?.code, meta: error?.meta };
      send({ id: request.id, error: { code: ERROR_WITH_DATA, message: "See data.", data } });
    }
  }
}
