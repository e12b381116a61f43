import { writeFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse, { type Result } from "lighthouse";
import type { PageToExamine } from "./shop-around.ts";

/** What each category must reach. */
export const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof LEAST;
const CATEGORIES = Object.keys(LEAST) as Category[];

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

async function look({ url, isPrivate }: PageToExamine, port: number): Promise<Result> {
  const told = await lighthouse(url, {
    port,
    logLevel: "error",
    output: "html",
    onlyCategories: [...CATEGORIES],
    // A cart or an order must not be found by a search engine, and says so: that it does is no fault.
    ...(isPrivate ? { skipAudits: ["is-crawlable"] } : {}),
  });
  if (!told) throw new Error(`Lighthouse said nothing about ${url}`);
  if (told.lhr.runtimeError) throw new Error(`${url}: ${told.lhr.runtimeError.message}`);
  return told.lhr;
}

/** The audits that keep a category from its best, by name. Those of performance are hints, told only where it is too slow. */
function faults(result: Result, categories: readonly Category[]): string[] {
  const names = categories.flatMap((category) =>
    (result.categories[category]?.auditRefs ?? [])
      .filter(({ weight, id }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} (${result.audits[id]?.displayValue ?? result.audits[id]?.title})`),
  );
  return [...new Set(names)];
}

/** What Lighthouse finds on a page. */
export interface Findings {
  readonly scores: readonly number[];
  readonly faults: readonly string[];
  readonly machine: number;
}

/** Looks so often at a page: the middle look counts, as a machine does other things besides. The last goes into the folder. */
export async function examine(
  page: PageToExamine,
  { port, folder, looks: times }: { port: number; folder: string; looks: number },
): Promise<Findings> {
  let last = await look(page, port);
  const looks = [last];
  while (looks.length < times) looks.push((last = await look(page, port)));
  writeFileSync(join(folder, `${page.name.replace(" ", "-")}.json`), JSON.stringify(last));
  const scoreOf = (category: Category) =>
    median(looks.map((result) => Math.round((result.categories[category]?.score ?? 0) * 100)));
  return {
    scores: CATEGORIES.map(scoreOf),
    faults: faults(
      last,
      CATEGORIES.filter((category) => scoreOf(category) < LEAST[category]),
    ),
    machine: median(looks.map(({ environment }) => environment.benchmarkIndex)),
  };
}
