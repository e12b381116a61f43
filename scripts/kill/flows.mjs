// What people and time do in a shop. Together they pass every place where it can die; each names the rooms that it goes
// through, so that the right one is tried first.
import { setTimeout as pause } from "node:timers/promises";
import { must } from "./shopper.mjs";

const AT_ONCE = 3;
const MESSAGE_TAKES_MS = 500;
const POOR_WALLET = "01823074817";
const LOST = { operation: "execute", fault: "answer-lost", how: "reset" };

const inParallel = (count, work) => Promise.all(Array.from({ length: count }, work));

/** Somebody has bought, and the merchant gives the money back. */
async function buyAndGiveBack(world) {
  const shopper = world.shopper({ wants: "nothing" });
  await shopper.buy();
  const { totalInPoisha } = must(await shopper.order(), 200).data;
  await world.merchant.refund(shopper.orderNumber, String(totalInPoisha / 100));
}

/** bKash has taken the money and says "Initiated" twice when asked: the shopper may pay anew, and the payment is watched. */
async function payIntoSilence(world, shopper) {
  must(await shopper.place(), 201);
  must(await shopper.create(), 201);
  await shopper.authorise();
  const { paymentID } = shopper;
  await world.bkash.fault({ ...LOST, paymentID });
  await world.bkash.fault({ operation: "query", fault: "still-initiated", paymentID, times: 2 });
  must(await shopper.execute(), 202);
  await world.letTimePass(125);
  await world.runJobs();
}

/** What a shop is set to that has money set aside when the shopper pays, and takes it when the goods go out. */
const SETS_ASIDE = { BKASH_INTENT: "authorization" };

export const flows = [
  {
    name: "three buy at once",
    rooms: ["order", "create", "execute", "settle"],
    run: (world) => inParallel(AT_ONCE, () => world.shopper().buy()),
  },
  {
    name: "bKash's answer to execute is lost",
    rooms: ["execute", "check", "settle"],
    run: async (world) => {
      await world.bkash.fault({ ...LOST, times: AT_ONCE });
      await inParallel(AT_ONCE, () => world.shopper().buy());
    },
  },
  {
    name: "the shopper closes the window, and pays later",
    rooms: ["cancel"],
    run: async (world) => {
      const shopper = world.shopper();
      must(await shopper.place(), 201);
      must(await shopper.create(), 201);
      must(await shopper.cancel(), 200);
      await shopper.pay();
    },
  },
  {
    name: "the shopper leaves bKash's window open and goes away",
    rooms: ["check", "reconcile"],
    run: async (world) => {
      const shopper = world.shopper({ wants: "nothing" });
      must(await shopper.place(), 201);
      must(await shopper.create(), 201);
      await world.letTimePass(31 * 60);
      await world.runJobs();
    },
  },
  {
    name: "an order is never paid",
    rooms: ["release"],
    run: async (world) => {
      must(await world.shopper({ wants: "nothing" }).place(), 201);
      await world.letTimePass(61 * 60);
      await world.runJobs();
    },
  },
  {
    name: "the hour of the token is nearly over",
    rooms: ["token"],
    run: async (world) => {
      await world.letTimePass(62 * 60);
      await world.runJobs();
      await world.letTimePass(52 * 60);
      await world.runJobs();
    },
  },
  {
    name: "bKash refuses to refresh the token",
    rooms: ["token"],
    run: async (world) => {
      await world.letTimePass(130 * 60);
      await world.bkash.fault({ operation: "refresh", fault: "status-500" });
      await world.runJobs();
    },
  },
  {
    name: "bKash cannot open a payment, and then it can",
    rooms: ["create"],
    run: async (world) => {
      const shopper = world.shopper();
      must(await shopper.place(), 201);
      await world.bkash.fault({ operation: "create", fault: "status-500" });
      must(await shopper.create(), 502, 503);
      await shopper.pay();
    },
  },
  {
    name: "bKash opens a payment so slowly that it is swept away before",
    rooms: ["check", "create"],
    run: async (world) => {
      const shopper = world.shopper({ wants: "nothing" });
      must(await shopper.place(), 201);
      await world.bkash.fault({ operation: "create", fault: "slow", delayMs: 1500, realTime: true });
      const meanwhile = async () => {
        await pause(500);
        await world.letTimePass(125);
        await world.runJobs();
      };
      const [answer] = await Promise.all([shopper.create(), meanwhile()]);
      must(answer, 409);
    },
  },
  {
    name: "money comes after the order was given up",
    rooms: ["settle", "release", "reconcile"],
    run: async (world) => {
      await payIntoSilence(world, world.shopper());
      await world.letTimePass(61 * 60);
      await world.runJobs();
    },
  },
  {
    name: "money comes after the order was paid anew, and goes back",
    rooms: ["settle", "refund-duplicates", "reconcile-refunds"],
    run: async (world) => {
      const shopper = world.shopper();
      await payIntoSilence(world, shopper);
      await shopper.pay();
      await world.letTimePass(400);
      await world.runJobs();
    },
  },
  {
    name: "there is too little money in the wallet",
    rooms: ["settle"],
    run: async (world) => {
      await world.shopper({ wants: "nothing", wallet: POOR_WALLET }).buy();
    },
  },
  {
    name: "the merchant gives money back",
    rooms: ["refund"],
    run: buyAndGiveBack,
  },
  {
    name: "bKash's answer to a refund is lost",
    rooms: ["refund", "reconcile-refunds"],
    run: async (world) => {
      await world.bkash.fault({ operation: "refund", fault: "answer-lost", how: "reset" });
      await buyAndGiveBack(world);
      await world.letTimePass(15);
      await world.runJobs();
    },
  },
  {
    name: "a refund takes longer than anybody waits",
    rooms: ["refund"],
    run: async (world) => {
      await world.bkash.fault({ operation: "refund", fault: "slow", delayMs: 2500, realTime: true });
      const meanwhile = async () => {
        await pause(1500);
        await world.letTimePass(80);
        await world.runJobs();
      };
      await Promise.all([buyAndGiveBack(world), meanwhile()]);
    },
  },
  {
    name: "bKash tells the shop of a payment",
    rooms: ["webhook"],
    run: async (world) => {
      await world.runJobs();
      await world.atRealTime(async () => {
        const unsubscribe = await world.subscribe();
        await pause(MESSAGE_TAKES_MS);
        await world.shopper().buy();
        await pause(MESSAGE_TAKES_MS);
        await unsubscribe();
      });
    },
  },
  {
    name: "bKash names another invoice",
    rooms: ["settle"],
    run: async (world) => {
      const shopper = world.shopper({ wants: "review" });
      must(await shopper.place(), 201);
      must(await shopper.create(), 201);
      await shopper.authorise();
      await world.bkash.fault({ operation: "execute", fault: "wrong-invoice", paymentID: shopper.paymentID });
      must(await shopper.execute(), 200);
    },
  },
  {
    name: "money is set aside, and the merchant takes it or gives it free",
    rooms: ["set-aside"],
    settings: SETS_ASIDE,
    run: async (world) => {
      for (const decide of [world.merchant.capture, world.merchant.void]) {
        const shopper = world.shopper({ wants: "nothing" });
        await shopper.buy();
        await decide(shopper.orderNumber);
      }
    },
  },
  {
    name: "bKash's answer to a capture is lost",
    rooms: ["set-aside"],
    settings: SETS_ASIDE,
    run: async (world) => {
      const shopper = world.shopper({ wants: "nothing" });
      await shopper.buy();
      await world.bkash.fault({ operation: "capture", fault: "answer-lost", how: "reset" });
      await world.merchant.capture(shopper.orderNumber);
    },
  },
];

/** What the shop is set to otherwise, where only people of such a shop go through this room. */
export const settingsOf = (room) => flows.find(({ rooms }) => rooms.includes(room))?.settings;

/** All that people do in a shop that is set so, what goes through this room first. */
export const tourOf = (room) =>
  flows
    .filter(({ settings }) => settings === settingsOf(room))
    .toSorted((a, b) => Number(b.rooms.includes(room)) - Number(a.rooms.includes(room)));
