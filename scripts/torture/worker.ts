// One worker of `npm run torture`: a process with a database, a bKash and the shop's code to itself. It is sent seeds and
// sends back what came of them.
import { playSchedule, type Played } from "./schedule.ts";
import { openStage } from "./stage.ts";

export type ToWorker = { seed: number; isTold: boolean } | "stop";
export type FromWorker = "ready" | { played: Played } | { seed: number; broke: string };

const { TORTURE_CORE, TORTURE_DATABASE } = process.env;
if (!TORTURE_CORE || !TORTURE_DATABASE || !process.send)
  throw new Error("This program is started by scripts/torture/main.ts");

const tell = (message: FromWorker): void => void process.send?.(message);
// The parent has gone: there is nobody left to tell.
process.once("disconnect", () => process.exit(1));

const stage = await openStage(TORTURE_CORE, TORTURE_DATABASE);
process.on("message", (message: ToWorker) => {
  if (message === "stop") void stage.close().then(() => process.exit(0));
  else void play(message.seed, message.isTold);
});
tell("ready");

async function play(seed: number, isTold: boolean): Promise<void> {
  try {
    tell({ played: await playSchedule(stage, seed, { isTold }) });
  } catch (error) {
    // Half a schedule is in the way of the next one.
    tell({
      seed,
      broke: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exit(1);
  }
}
