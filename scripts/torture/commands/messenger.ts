import type { Letter } from "../inbox.ts";
import { anyLife, type Scene } from "../scene.ts";

/** Late, more than once, or out of order: what was captured first may be told of last. */
export async function webhookArrives(scene: Scene): Promise<void> {
  const { world, simulator, random, line } = scene;
  const letter = await simulator.writeLetter(world.time.now, random.pick(line.captured));
  for (let copy = random.pick([1, 1, 2, 3]); copy > 0; copy--) {
    const delay = random.chance(0.6) ? random.between(0, 50) : random.between(50, 600_000);
    world.time.after(delay, () => deliver(scene, letter, 3));
  }
}

/** As SNS does: again after 20 s, while nobody has said that it arrived. */
function deliver(scene: Scene, letter: Letter, triesLeft: number): void {
  const { world, core } = scene;
  const again = (): void => {
    if (triesLeft > 0) world.time.after(20_000, () => deliver(scene, letter, triesLeft - 1));
  };
  const life = anyLife(scene);
  world.start("webhook", life, async () => {
    try {
      const received = await core.receiveWebhook(core.bkash(), core.webhooks(), letter);
      if (received.kind === "again") again();
      if (received.kind === "taken") await received.afterwards?.();
      return received.kind === "taken" ? received.verdict : received.reason;
    } catch (error) {
      again();
      throw error;
    }
  });
}
