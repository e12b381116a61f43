// A deploy: the shop is asked to end while an execute is on its way.
import { setTimeout as pause } from "node:timers/promises";
import { heal } from "./heal.mjs";
import { must } from "./shopper.mjs";
import { seeded } from "./seeded.mjs";

const BKASH_TAKES_MS = 3_000;
const ENDS_WITHIN_MS = 60_000;

export async function stopGently(report, { openWorld, seed }) {
  const world = await openWorld("stop");
  await world.shop.start();
  const shopper = world.shopper();
  must(await shopper.place(), 201);
  must(await shopper.create(), 201);
  await shopper.authorise();
  await world.bkash.fault({ operation: "execute", fault: "slow", delayMs: BKASH_TAKES_MS, realTime: true });
  const executing = shopper.execute();
  await pause(BKASH_TAKES_MS / 3);
  const since = performance.now();
  world.shop.signal("SIGTERM");
  const answer = await executing.catch((error) => ({ status: 0, data: { status: error.message } }));
  report.tell(
    "C42: an execute that is on its way when the shop is asked to end is finished and answered",
    answer.data.status === "COMPLETED" ? [] : [`its shopper got ${answer.status} ${answer.data.status}`],
  );
  const ended = await Promise.race([world.shop.gone, pause(ENDS_WITHIN_MS, "nothing")]);
  const endedAfter = performance.now() - since;
  report.tell(
    "C42: and then the shop ends by itself",
    ended === 0 || ended === 143 || ended === "SIGTERM" ? [] : [`it ended with ${ended}`],
    `${ended} after ${(endedAfter / 1000).toFixed(1)} s`,
  );
  await world.shop.kill();
  await world.shop.start();
  report.tell("C42: and nothing was lost or doubled", await heal(world, seeded(`${seed} stop`)));
  await world.close(report);
}
