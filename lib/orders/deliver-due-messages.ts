import { deliverMessages, type Delivered } from "@/lib/notifications/deliver-messages";
import { installedSenders } from "@/lib/notifications/senders";
import { isServerless } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { orderLink } from "./order-link";

/** Takes what is due in the outbox to people, codes first. Any number of these may run at once. */
export const deliverDueMessages = (): Promise<Delivered> =>
  deliverMessages({ senders: installedSenders(), linkTo: orderLink, limit: 200, deadlineMs: 10_000 });

/**
 * For a message that somebody waits for on a page. Where a process stays up its queue sends it within a second; where none
 * does, the time after the answer is used, and the scheduler finds what a platform cuts off.
 *
 * @param afterAnswer does something once the answer is out.
 */
export function deliverAfterwards(afterAnswer: (work: () => Promise<unknown>) => void): void {
  if (!isServerless()) return;
  afterAnswer(() =>
    deliverDueMessages().catch((error: unknown) =>
      logger.error({ error }, "messages could not be sent after an answer"),
    ),
  );
}
