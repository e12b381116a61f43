// The files of a cluster: made whole or not at all, and repaired where that loses nothing.
import { spawnSync } from "node:child_process";
import { chownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "../setup/trouble.mjs";
import { postgresProgram } from "./binaries.mjs";
import { SUPERUSER } from "./connection.mjs";

export const lastLines = (text, count = 12) => text.trimEnd().split("\n").slice(-count).join("\n");

/** Runs one of PostgreSQL's programs to its end. */
function runToEnd(account, program, args, options = {}) {
  const [command, all] = account.command(postgresProgram(program), args);
  const done = spawnSync(command, all, { ...account.owner, cwd: "/", encoding: "utf8", ...options });
  if (done.status !== 0)
    throw new Trouble(`The embedded PostgreSQL could not be prepared (${program}).`, {
      output: lastLines(`${done.error?.message ?? ""}${done.stdout ?? ""}${done.stderr ?? ""}`),
      wayOut: [
        "Is the disk full, or the project in a folder that others may not enter? Then move it, and try again.",
        "Or give a database of your own: DATABASE_URL=postgresql://user:password@host:5432/shop npm run demo",
      ].join("\n"),
    });
}

/** Makes an empty cluster beside its final place and moves it there when complete: half of one is never used. */
export function create({ folder, data, account, password, durable }) {
  const draft = join(folder, "new");
  const passwordFile = join(folder, "new-password");
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.owner) chownSync(passwordFile, account.owner.uid, account.owner.gid);
  try {
    runToEnd(account, "initdb", [
      ...["-D", draft, "-U", SUPERUSER, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"],
      ...[
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--no-instructions",
        ...(durable ? [] : ["--no-sync"]),
      ],
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/** The password file is lost but the data is there: gives the data a new password instead of starting from nothing. */
export function setPassword({ data, account, password }) {
  runToEnd(account, "postgres", ["--single", "-D", data, "postgres"], {
    input: `ALTER ROLE ${SUPERUSER} PASSWORD '${password}';\n`,
  });
}

export function requireSameVersion(data) {
  const made = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const ours = spawnSync(postgresProgram("postgres"), ["--version"], { encoding: "utf8" }).stdout?.match(
    /(\d+)\./,
  )?.[1];
  if (ours && made !== ours)
    throw new Trouble(
      `The data in ${data} was made by PostgreSQL ${made}, this project now brings PostgreSQL ${ours}.`,
      {
        wayOut:
          "Move that folder away to start with an empty shop, or go back to the earlier version of the project.",
      },
    );
}

export function requireOwnership(data) {
  const { uid } = statSync(data);
  if (process.getuid && process.getuid() !== 0 && uid !== process.getuid())
    throw new Trouble(
      "The database in .data belongs to another user of this machine (an earlier run as root, perhaps).",
      {
        wayOut:
          'Take it over with: sudo chown -R "$(id -u)" .data     or delete .data to start with an empty shop',
      },
    );
}
