import { parseArgs } from "node:util";
import { Trouble } from "../setup/trouble.mjs";

const WAY_OUT =
  "npm run fuzz -- [--requests <to each route>] [--seed <whole number>] [--only <part of a path>]";

/** @param {string[]} args */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { requests: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
    }));
  } catch (cause) {
    throw new Trouble(cause.message, { cause, wayOut: WAY_OUT });
  }
  const whole = (name, otherwise) => {
    const number = values[name] === undefined ? otherwise : Number(values[name]);
    if (!Number.isSafeInteger(number) || number < 0)
      throw new Trouble(`--${name} ${values[name]} is no whole number.`, { wayOut: WAY_OUT });
    return number;
  };
  return {
    requests: Math.max(1, whole("requests", 10_000)),
    seed: whole("seed", Math.floor(Math.random() * 2 ** 31)),
    only: values.only ?? "",
  };
}
