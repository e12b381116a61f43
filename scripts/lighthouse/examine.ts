import { writeFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse, { type Result } from "lighthouse";
import type { PageToExamine } from "./shop-around.ts";

/** What each category must reach. */
export const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof LEAST;
const CATEGORIES = Object.keys(LEAST) as Category[];

const scoresOf = ({ categories }: Result): number[] =>
  CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100));

/** A browser on a busy machine sometimes loses the trace of a load: so often a look is begun anew. */
const TRIES = 3;

async function look({ url, isPrivate }: PageToExamine, port: number): Promise<Result> {
  let trouble = "";
  for (let tries = 0; tries < TRIES; tries++) {
    const told = await lighthouse(url, {
      port,
      logLevel: "error",
      output: "html",
      onlyCategories: [...CATEGORIES],
      // A cart or an order must not be found by a search engine, and says so: that it does is no fault.
      ...(isPrivate ? { skipAudits: ["is-crawlable"] } : {}),
    });
    if (told && !told.lhr.runtimeError) return told.lhr;
    trouble = told?.lhr.runtimeError?.message ?? "it said nothing";
  }
  throw new Error(`Lighthouse could not look at ${url}: ${trouble}`);
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
  /** The performance of each look. */
  readonly range: readonly number[];
  readonly faults: readonly string[];
  readonly machine: number;
}

/** Looks so often at a page: the middle look counts, as a machine does other things besides. It goes into the folder. */
export async function examine(
  page: PageToExamine,
  { port, folder, looks: times }: { port: number; folder: string; looks: number },
): Promise<Findings> {
  const looks: Result[] = [];
  while (looks.length < times) looks.push(await look(page, port));
  looks.sort((one, other) => (scoresOf(one)[0] ?? 0) - (scoresOf(other)[0] ?? 0));
  const middle = looks[Math.floor(looks.length / 2)];
  if (!middle) throw new Error("--looks wants a number from 1 on");
  writeFileSync(join(folder, `${page.name.replace(" ", "-")}.json`), JSON.stringify(middle));
  const scores = scoresOf(middle);
  return {
    scores,
    range: looks.map((each) => scoresOf(each)[0] ?? 0),
    faults: faults(
      middle,
      CATEGORIES.filter((category, index) => (scores[index] ?? 0) < LEAST[category]),
    ),
    machine: middle.environment.benchmarkIndex,
  };
}
