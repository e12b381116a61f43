/** Something a person can put right: shown as it is, without a stack. `wayOut` says what to do about it. */
export class Trouble extends Error {
  name = "Trouble";

  constructor(message, { wayOut, cause, output, log } = {}) {
    super(message, { cause });
    Object.assign(this, { wayOut, output, log });
  }
}

const indent = (text) => text.replace(/^/gm, "    ");

/** What a person reads when a command could not go on. */
export function explain(error) {
  if (!(error instanceof Trouble)) return `\n✗ ${error?.stack ?? error}\n`;
  const parts = [`✗ ${error.message}`];
  if (error.output) parts.push(`${indent(error.output)}`);
  if (error.log) parts.push(`  Everything it said: ${error.log}`);
  if (error.wayOut) parts.push(indent(`→ ${error.wayOut}`).slice(2));
  return `\n${parts.join("\n")}\n`;
}
