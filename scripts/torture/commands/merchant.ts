import type { Core } from "../core.ts";
import { anyLife, type Scene } from "../scene.ts";

/** What merchants do in the back office. */

/** Which merchant it is plays no part in it; the sign-in that makes one is not on this stage. */
const merchant = (number: number) =>
  ({
    id: `00000000-0000-4000-9000-00000000000${number}`,
  }) as unknown as Parameters<Core["requestRefund"]>[0];

export function askWalletAgain({ world, core, random, actors, ...scene }: Scene): void {
  const payment = random.pick(actors.payments);
  world.start("ask wallet again", anyLife({ world, core, random, actors, ...scene }), () =>
    core.askWalletAgain(merchant(1), payment.id),
  );
}

/** One merchant, the same one clicking twice, or two at once who do not know of each other. */
export function refund(scene: Scene): void {
  const { world, core, random, actors } = scene;
  const payment = random.pick(actors.payments.filter(({ isExecuteWanted }) => isExecuteWanted));
  const key = () => `refund-${random.next()}`;
  const first = key();
  const part = random.pick([1, 1, 0.5, 0.3, 1.1]);
  const amount = Math.max(1, Math.round(payment.order.payNowInPoisha * part)) as never;
  const who = random.pick(["one", "one", "clicks twice", "two"]);
  for (const [index, idempotencyKey] of [
    first,
    ...(who === "one" ? [] : [who === "two" ? key() : first]),
  ].entries())
    world.start("refund", anyLife(scene), async () => {
      const wish = {
        paymentId: payment.id,
        amount,
        reason: "torture",
        idempotencyKey,
      };
      const result = await core.requestRefund(merchant(index + 1), wish);
      if (result.ok && !actors.refunds.includes(result.refundId)) actors.refunds.push(result.refundId);
      return result;
    });
}

export function askAboutRefund(scene: Scene): void {
  const refundId = scene.random.pick(scene.actors.refunds);
  scene.world.start("ask about refund", anyLife(scene), async () => {
    await scene.core.askAboutRefund(merchant(1), refundId);
  });
}
