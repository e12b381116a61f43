// What an answer must not be, whatever was asked.

/** Words of the inside: a path, a stack, a statement, a library. Nothing that is sent has them in it. */
const INSIDE =
  /\bat (?:async )?[\w.<>]+ \(|node_modules|\.next\/|\/(?:work|tmp|srv|home|app)\/[\w/]+\.(?:js|ts)|\bSELECT .* FROM\b|INSERT INTO|Prisma|P20\d\d|ECONN|postgres(?:ql)?:\/\/|(?:Type|Range|Syntax|Reference|Zod)Error|pg-boss|"stack"/;

/**
 * What is wrong with an answer; null when nothing is.
 *
 * @param {{ status: number, headers: string, text: string }} answer
 * @param {string[]} secrets that stand nowhere but in the settings
 */
export function complaintAbout({ status, headers, text }, secrets) {
  if (status >= 500) return `HTTP ${status}`;
  const inside = INSIDE.exec(text) ?? INSIDE.exec(headers);
  if (inside) return `tells of the inside: ${inside[0].slice(0, 80)}`;
  const secret = secrets.find((each) => text.includes(each) || headers.includes(each));
  if (secret) return `tells a secret (${secret.slice(0, 4)}…)`;
  return null;
}
