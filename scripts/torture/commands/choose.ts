import { anyLife, type Command, type Scene } from "../scene.ts";
import {
  backgroundWork,
  databaseDown,
  kill,
  letTimePass,
  pause,
  reconcile,
  revokeTokens,
} from "./machine.ts";
import { askAboutRefund, askWalletAgain, refund } from "./merchant.ts";
import { webhookArrives } from "./messenger.ts";
import {
  authorise,
  closeWindow,
  execute,
  lookAtPayment,
  pay,
  payTwice,
  placeOrder,
  wantsExecute,
} from "./shopper.ts";

const COMMANDS = {
  "place order": placeOrder,
  pay: (scene: Scene) => pay(scene, scene.random.pick(scene.actors.orders)),
  "pay twice at once": payTwice,
  authorise,
  execute: (scene: Scene) => execute(scene, wantsExecute(scene)),
  "execute again": (scene: Scene) => execute(scene, scene.random.pick(scene.actors.payments)),
  "close window": closeWindow,
  "look at payment": lookAtPayment,
  "ask wallet again": askWalletAgain,
  refund,
  "ask about refund": askAboutRefund,
  "webhook arrives": webhookArrives,
  reconcile,
  "background work": backgroundWork,
  "release orders": (scene: Scene) =>
    void scene.world.start("release orders", anyLife(scene), scene.core.releaseExpiredOrders),
  "renew tokens": (scene: Scene) =>
    void scene.world.start("renew tokens", anyLife(scene), scene.core.renewTokens),
  "revoke tokens": revokeTokens,
  kill,
  "database down": databaseDown,
  "let time pass": letTimePass,
} satisfies Record<string, Command>;

type CommandName = keyof typeof COMMANDS;

/** How likely each command is where people stand now; those that make no sense yet have no weight. */
function likelihoods({ world, line, actors }: Scene): Record<CommandName, number> {
  const { orders, payments, refunds } = actors;
  const { hasHolidays } = world.weather;
  const hasOrder = orders.length > 0;
  const hasPayment = payments.length > 0;
  const isWaiting = payments.some(({ isAuthorised }) => !isAuthorised);
  const isReady = payments.some(({ isAuthorised, isExecuteWanted }) => isAuthorised && !isExecuteWanted);
  return {
    "place order": hasOrder ? (orders.length < 3 ? 0.6 : 0) : 14,
    pay: hasOrder ? (isWaiting || isReady ? 0.3 : 8) : 0,
    "pay twice at once": hasOrder ? (isWaiting || isReady ? 0.1 : 0.8) : 0,
    authorise: isWaiting ? 10 : 0,
    execute: isReady ? 14 : 0,
    "execute again": hasPayment ? 1 : 0,
    "close window": hasPayment ? 0.5 : 0,
    "look at payment": hasPayment ? 2 : 0,
    "ask wallet again": hasPayment ? 0.4 : 0,
    refund: line.captured.length > 0 ? (hasHolidays ? 4 : 2.5) : 0,
    "ask about refund": refunds.length > 0 ? 0.5 : 0,
    "webhook arrives": world.weather.hasWebhooks && line.captured.length > 0 ? 3 : 0,
    reconcile: 1.5,
    "background work": 0.7,
    "release orders": 0.7,
    "renew tokens": 0.4,
    "revoke tokens": 0.3,
    kill: 1.6,
    "database down": 0.25,
    "let time pass": isWaiting || isReady ? 0.7 : hasHolidays ? 4 : 2.2,
  };
}

/** Carries out one command that the seed chooses. @returns milliseconds until the next one. */
export async function doSomething(scene: Scene): Promise<number> {
  const name = scene.random.weighted(likelihoods(scene));
  scene.world.tell(`· ${name}`);
  const asked = await COMMANDS[name](scene);
  return asked ?? pause(scene.random);
}
