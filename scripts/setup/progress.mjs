import { isStopping } from "../processes/shutdown.mjs";

const isTerminal = process.stdout.isTTY && !process.env.CI;
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * One line per step, with the time it took. When `work` returns words ("unchanged"), they are shown too.
 * On a terminal the line counts the seconds; in a log it is written once.
 */
export async function step(label, work) {
  const since = performance.now();
  const draw = () => process.stdout.write(`\r  … ${label}  ${seconds(since)} `);
  const clock = isTerminal ? setInterval(draw, 200) : undefined;
  if (isTerminal) draw();
  const finish = (mark, words = "") => {
    clearInterval(clock);
    const more = words ? `, ${words}` : "";
    process.stdout.write(`${isTerminal ? "\r\x1b[K" : ""}  ${mark} ${label}  ${seconds(since)}${more}\n`);
  };
  try {
    const result = await work();
    finish("✓", typeof result === "string" ? result : "");
    return result;
  } catch (error) {
    if (!isStopping()) finish("✗");
    throw error;
  }
}
