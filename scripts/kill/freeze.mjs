// A process that stands still after its claim, as on a machine that is put to sleep, and goes on when all is over.
import { setTimeout as pause } from "node:timers/promises";
import { heal } from "./heal.mjs";
import { seeded } from "./seeded.mjs";
import { must } from "./shopper.mjs";

/** Longer than the claim's lease (75 s), and then longer than the settle window (120 s). */
const STEPS_SECONDS = [80, 130];

export async function freeze(report, { openWorld, seed }) {
  const world = await openWorld("freeze");
  const sleeper = world.shop;
  await sleeper.start("execute:claimed:hang");
  const shopper = world.shopper();
  must(await shopper.place(), 201);
  must(await shopper.create(), 201);
  await shopper.authorise();
  await world.idle.stop(); // it may be put to sleep in the middle of anything
  const late = shopper.execute().catch(() => undefined); // its shopper may have gone when it wakes up
  while (!sleeper.reached) await pause(20);

  world.shop = await world.anotherShop();
  await world.shop.start();
  for (const seconds of STEPS_SECONDS) {
    await world.letTimePass(seconds);
    await world.runJobs();
  }
  await shopper.pay();
  sleeper.signal("SIGCONT");
  await late;
  const found = await heal(world, seeded(`${seed} freeze`));
  const { captures, refunds } = await world.bkash.ledger();
  report.tell(
    "C15, C20: a process that sleeps after its claim pays a second time when it wakes up, and that money goes back",
    captures.length === 2 && refunds.length === 1
      ? found
      : [...found, `bKash took money ${captures.length} times and gave it back ${refunds.length} times`],
  );
  await sleeper.kill();
  await world.close(report);
}
