#!/usr/bin/env node
// Stands in for Prisma's `schema-engine` program, which Prisma would download from a server of its own. It understands the same
// two ways of being called (a question on the command line, JSON-RPC on stdin) and answers them with Prisma's own engine of the
// same version, compiled to WebAssembly, which npm brings. Prisma finds it through PRISMA_SCHEMA_ENGINE_BINARY.
import { readCommandLine } from "./database/engine/command-line.mjs";
import { canConnect, createDatabase } from "./database/engine/questions.mjs";
import { serve } from "./database/engine/serve.mjs";

const questions = { "can-connect-to-database": canConnect, "create-database": createDatabase };

/** The form in which Prisma reads what its engine has to say. */
function say(level, message, errorCode) {
  const fields = { message, error_code: errorCode };
  const line = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`\n${JSON.stringify(line)}\n`);
}

const { wantsVersion, command, datamodels, datasource } = readCommandLine(process.argv.slice(2));

if (wantsVersion) {
  console.log("schema-engine-cli (WebAssembly)");
} else if (command[0] === "cli") {
  try {
    await questions[command[1]]?.(datasource?.url);
    say("INFO", "ok");
    process.exit(0);
  } catch (error) {
    say("ERROR", error.message, error.prismaCode ?? "P1001");
    process.exit(1);
  }
} else {
  await serve({ datamodels, datasource });
  process.exit(0);
}
