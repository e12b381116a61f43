import { parseArgs } from "node:util";
import { Trouble } from "../scripts/setup/trouble.mjs";

const REPORTS = ["purchase", "pages"];

/**
 * @typedef {object} Options
 * @property {string[]} reports what is measured
 * @property {number} rounds how often everything takes its turn
 * @property {boolean} profile also records where the shop's CPU time goes
 * @property {number} warmUp payments before the first round, so that no one is measured while still being compiled
 * @property {number} oneAtATime purchases of one shopper after the other, in each round
 * @property {number} together payments with 64 in flight, in each round
 * @property {number} pageLoads loads of one page one after the other, in each round
 * @property {number} pageSeconds how long a page is loaded by 16 readers, in each round
 */

const FULL = { rounds: 5, warmUp: 640, oneAtATime: 100, together: 640, pageLoads: 60, pageSeconds: 3 };
const QUICK = { rounds: 3, warmUp: 256, oneAtATime: 30, together: 256, pageLoads: 20, pageSeconds: 1 };

/** @returns {Options} */
export function readOptions(/** @type {string[]} */ args) {
  const values = parse(args);
  const sizes = values.quick ? QUICK : FULL;
  const rounds = values.rounds === undefined ? sizes.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Trouble(`--rounds ${values.rounds} is not a count.`);
  if (values.only && !REPORTS.includes(values.only))
    throw new Trouble(`There is no report "${values.only}".`, {
      wayOut: `Choose one: --only ${REPORTS.join(" or --only ")}`,
    });
  return { ...sizes, rounds, reports: values.only ? [values.only] : REPORTS, profile: values.profile };
}

function parse(/** @type {string[]} */ args) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: "string" },
        rounds: { type: "string" },
        quick: { type: "boolean", default: false },
        profile: { type: "boolean", default: false },
      },
    }).values;
  } catch (cause) {
    throw new Trouble(cause.message, {
      cause,
      wayOut: "npm run bench -- [--only purchase|pages] [--rounds <count>] [--quick] [--profile]",
    });
  }
}
