import type { KnownOrder, KnownPayment } from "../actors.ts";
import { anyLife, type Scene } from "../scene.ts";

/** What shoppers do, in their tabs and in bKash's window. */

const GOOD_WALLETS = ["01770618575", "01929918378"];
const POOR_WALLET = "01823074817";
const BLOCKED_WALLET = "01823074818";

export function placeOrder(scene: Scene): void {
  const { world, core, random, actors, articles } = scene;
  const lines = articles
    .filter(() => random.chance(0.6))
    .map(({ sku }) => ({ sku, quantity: random.between(1, 2) }));
  const wish = {
    lines: lines.length > 0 ? lines : [{ sku: random.pick(articles).sku, quantity: 1 }],
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "en" as const,
    // Every fourth is paid at the door, and its delivery fee in advance: no draw of luck, so that other seeds stay as they are.
    ...(actors.orders.length % 4 === 3 && { paymentMethod: "DELIVERY_FEE_IN_ADVANCE" as const }),
    idempotencyKey: `place-${actors.orders.length}-${random.between(1, 3)}`,
  };
  for (let click = random.chance(0.2) ? 2 : 1; click > 0; click--)
    world.start("place order", anyLife(scene), async () => {
      const placed = await core.placeOrder(wish);
      if (!placed.ok) return placed;
      const { id, number, accessToken, payNowInPoisha } = placed.order;
      if (!actors.orders.some((known) => known.id === id))
        actors.orders.push({
          id,
          number,
          viewer: { accessToken },
          payNowInPoisha,
        });
      return placed;
    });
}

export function pay(scene: Scene, order: KnownOrder, idempotencyKey = `key-${scene.random.next()}`): void {
  const { world, core, actors } = scene;
  world.start("pay", anyLife(scene), async () => {
    const created = await core.createPayment(core.bkash(), {
      orderNumber: order.number,
      viewer: order.viewer,
      idempotencyKey,
    });
    if (!created.ok) return created;
    const { paymentId, windowData } = created.payment;
    if (!actors.payments.some(({ id }) => id === paymentId))
      actors.payments.push({
        id: paymentId,
        paymentID: String(windowData.paymentID),
        order,
        idempotencyKey,
        isAuthorised: false,
        isExecuteWanted: false,
      });
    return { ok: true };
  });
}

/** Two clicks: the same one sent twice, or one in each of two tabs. */
export function payTwice(scene: Scene): void {
  const { random, actors } = scene;
  const order = random.pick(actors.orders);
  const key = `key-${random.next()}`;
  pay(scene, order, key);
  pay(scene, order, random.chance(0.6) ? key : undefined);
}

export async function authorise({ world, simulator, random, actors }: Scene): Promise<void> {
  const payment = actors.payments.findLast(({ isAuthorised }) => !isAuthorised);
  if (!payment) return;
  const wallet = random.chance(0.85) ? random.pick(GOOD_WALLETS) : random.pick([POOR_WALLET, BLOCKED_WALLET]);
  payment.isAuthorised = await simulator.authorise(world.time.now, payment.paymentID, wallet);
  world.tell(`  authorised by ${wallet}: ${payment.isAuthorised}`);
}

export const wantsExecute = ({ actors }: Scene): KnownPayment | undefined =>
  actors.payments.findLast(({ isAuthorised, isExecuteWanted }) => isAuthorised && !isExecuteWanted);

/** From one to three tabs at once. */
export function execute(scene: Scene, payment: KnownPayment | undefined): void {
  if (!payment) return;
  const { world, core, random, actors } = scene;
  payment.isExecuteWanted = true;
  for (let tab = random.pick([1, 1, 1, 2, 3]); tab > 0; tab--)
    world.start("execute", anyLife(scene), async () => {
      const result = await core.executePayment(core.bkash(), {
        paymentId: payment.id,
        viewer: payment.order.viewer,
      });
      if (result.ok) actors.see(result.payment, world.time.now);
      return result;
    });
}

export async function closeWindow(scene: Scene): Promise<void> {
  const { world, core, simulator, random, actors } = scene;
  const payment = random.pick(actors.payments);
  // Whoever has typed the PIN cannot take it back by closing the window.
  if (!payment.isAuthorised && random.chance(0.5)) {
    await simulator.closeWindow(world.time.now, payment.paymentID);
    payment.isAuthorised = true;
  }
  world.start("close window", anyLife(scene), async () => {
    const view = await core.cancelPayment({
      paymentId: payment.id,
      viewer: payment.order.viewer,
    });
    actors.see(view, world.time.now);
    return view;
  });
}

export function lookAtPayment(scene: Scene): void {
  const { world, core, random, actors } = scene;
  const payment = random.pick(actors.payments);
  for (let page = random.pick([1, 1, 2]); page > 0; page--)
    world.start("look at payment", anyLife(scene), async () => {
      const view = await core.queryPayment({
        paymentId: payment.id,
        viewer: payment.order.viewer,
      });
      actors.see(view, world.time.now);
      return view;
    });
}
