import { db } from "./db";
import { readJobRuns, recordRun } from "./job-runs";

const runOf = async (name: string) => (await readJobRuns()).find((run) => run.name === name);

test("a job that succeeds is written down with its result, and the result comes back", async () => {
  expect(await recordRun("test-good", () => Promise.resolve({ swept: 3 }))).toEqual({ swept: 3 });
  expect((await runOf("test-good"))?.secondsSinceSuccess).toBeLessThan(5);
  const row = await db.jobRun.findUniqueOrThrow({ where: { name: "test-good" } });
  expect(row.lastResult).toEqual({ swept: 3 });
});

test("a job that fails has started and not succeeded, and its error is thrown on", async () => {
  const fail = () => recordRun("test-bad", () => Promise.reject(new Error("no")));
  await expect(fail()).rejects.toThrow("no");
  expect((await runOf("test-bad"))?.secondsSinceSuccess).toBeNull();
  await recordRun("test-bad", () => Promise.resolve(null));
  await db.$executeRaw`UPDATE "JobRun" SET "lastSucceededAt" = now() - interval '10 minutes' WHERE name = 'test-bad'`;
  await expect(fail()).rejects.toThrow("no");
  expect((await runOf("test-bad"))?.secondsSinceSuccess).toBeGreaterThan(590);
});
