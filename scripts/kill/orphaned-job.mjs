// The shop dies in the middle of its own job, the payment's question taken: the next process must not wait for the dead one.
import { setTimeout as pause } from "node:timers/promises";
import { heal } from "./heal.mjs";
import { seeded } from "./seeded.mjs";
import { must } from "./shopper.mjs";

/** What is promised with nobody looking. */
const WITHIN_MS = 120_000;
const GIVE_UP_MS = 240_000;

export async function orphanAJob(report, { openWorld, seed }) {
  const world = await openWorld("orphan");
  await world.shop.start();
  const shopper = world.shopper();
  const lost = { operation: "execute", fault: "answer-lost", how: "reset" };
  await world.bkash.fault(lost);
  await world.bkash.fault({ operation: "query", fault: "status-503", times: "always" });
  must(await shopper.place(), 201);
  must(await shopper.create(), 201);
  await shopper.authorise();
  must(await shopper.execute(), 202);
  await world.shop.kill();
  await world.letTimePass(60);
  // The payment's own question is gone, too: only the job that goes through all of them is left.
  await world.database.query(`DELETE FROM pgboss.job WHERE name = 'check-payment'`);
  await world.bkash.noFaults();

  await world.shop.start("reconcile:taken:kill"); // its jobs run at its start
  await Promise.race([world.shop.gone, pause(GIVE_UP_MS)]);
  const { reached } = world.shop;
  await world.shop.start();
  const since = performance.now();
  const isPaid = async () =>
    (await world.database.query(`SELECT 1 FROM "Order" WHERE status = 'PAID'`)).rowCount === 1;
  while (!(await isPaid()) && performance.now() - since < GIVE_UP_MS) await pause(250);
  const took = performance.now() - since;
  report.measure("a payment whose question died with its job, found after, s", (took / 1000).toFixed(1));
  report.tell(
    `a payment whose question died with the shop's own job is found within ${WITHIN_MS / 1000} s of the next start`,
    reached && took <= WITHIN_MS
      ? []
      : [reached ? `it took ${(took / 1000).toFixed(1)} s` : "no job took it"],
    `${(took / 1000).toFixed(1)} s`,
  );
  report.tell("and nothing was lost or doubled", await heal(world, seeded(`${seed} orphan`)));
  await world.close(report);
}
