import { getTranslations } from "next-intl/server";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { Note } from "@/app/_ui/note";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { readDelivery, type DeliveryStep } from "@/lib/fulfilment/read-delivery";
import { isBeingDelivered, type DeliveryStatus } from "@/lib/orders/delivery-status";
import type { OrderView } from "@/lib/orders/read-order";
import { momentInDhaka } from "./dhaka-time";

const WAY: readonly DeliveryStatus[] = ["TO_PACK", "PACKED", "HANDED_OVER", "DELIVERED"];

/** Where the goods are on their way to the shopper. Nothing before there is something to send. */
export async function DeliveryProgress({ order, locale }: { order: OrderView; locale: Locale }) {
  const steps = await readDelivery(order);
  const at = order.deliveryStatus;
  if (!isBeingDelivered(order) && at !== "DELIVERED" && at !== "RETURNED") return null;
  const t = await getTranslations({ locale, namespace: "delivery" });
  const parcel = steps.findLast(({ to }) => to === "HANDED_OVER");
  const courier = parcel?.courier ?? "";
  const way = at === "RETURNED" ? [...passed(steps), at] : WAY;
  const isOut = at !== "TO_PACK" && at !== "PACKED";
  const isDue = order.dueInPoisha > 0 && isBeingDelivered(order);
  return (
    <section aria-labelledby="delivery" className="rounded-card border border-line bg-card p-5 sm:p-8">
      <h2 id="delivery" className="text-xl">
        {t("title")}
      </h2>
      <p role="status" className="mt-2">
        {t(`now.${at}`, { courier })}
      </p>
      {isDue && at !== "TO_PACK" && (
        <div className="mt-3">
          <Note kind="info" icon="wallet">
            {t("due", { amount: formatTaka(order.dueInPoisha, locale) })}
          </Note>
        </div>
      )}
      <ol className="mt-5 grid">
        {way.map((step, place) => (
          <Step
            key={step}
            words={t(`steps.${step}`)}
            state={t(place <= way.indexOf(at) ? "done" : "still")}
            isDone={place <= way.indexOf(at)}
            isNow={step === at}
            at={timeOf(step, order, steps)}
            locale={locale}
          />
        ))}
      </ol>
      {parcel && isOut && (
        <dl className="mt-4 grid gap-x-8 gap-y-3 border-t border-line pt-4 sm:grid-cols-2">
          <div>
            <dt className="text-sm text-ink-soft">{t("courier")}</dt>
            <dd className="font-semibold">{courier}</dd>
          </div>
          {parcel.trackingNumber && (
            <div>
              <dt className="text-sm text-ink-soft">{t("tracking")}</dt>
              <dd className="break-all font-semibold">{parcel.trackingNumber}</dd>
            </div>
          )}
        </dl>
      )}
      {parcel?.trackingLink && isOut && (
        <a
          href={parcel.trackingLink}
          rel="noopener noreferrer"
          className="mt-2 inline-flex min-h-11 items-center gap-2 font-semibold text-brand underline underline-offset-4"
        >
          <Icon name="truck" size={20} />
          {t("track", { courier })}
        </a>
      )}
    </section>
  );
}

/** The steps that were taken, each once, for goods that came back. */
const passed = (steps: readonly DeliveryStep[]): DeliveryStatus[] =>
  WAY.filter((status) => steps.some(({ to }) => to === status));

/** When it came to this step last; packing begins when the order may be sent. */
function timeOf(status: DeliveryStatus, order: OrderView, steps: readonly DeliveryStep[]): Date | null {
  const step = steps.findLast(({ to }) => to === status);
  if (step) return step.at;
  return status === "TO_PACK" ? order.placedAt : null;
}

function Step({
  words,
  state,
  isDone,
  isNow,
  at,
  locale,
}: {
  words: string;
  /** Whether it is done, for who does not see its mark. */
  state: string;
  isDone: boolean;
  isNow: boolean;
  at: Date | null;
  locale: Locale;
}) {
  return (
    <li
      aria-current={isNow ? "step" : undefined}
      className="relative grid grid-cols-[auto_1fr] gap-x-4 pb-5 before:absolute before:start-3.5 before:top-7 before:bottom-0 before:w-px before:bg-line-strong last:pb-0 last:before:hidden"
    >
      <span
        className={classes(
          "relative grid size-7 place-items-center rounded-full border",
          isDone ? "border-brand bg-brand text-on-brand" : "border-line-strong bg-card",
        )}
      >
        {isDone && <Icon name="check" size={16} />}
      </span>
      <p className={classes("min-w-0 pt-0.5", isNow && "font-semibold", !isDone && "text-ink-soft")}>
        {words}
        <span className="sr-only">, {state}</span>
        {isDone && at && (
          <span className="block text-sm font-normal text-ink-soft">{momentInDhaka(at, locale)}</span>
        )}
      </p>
    </li>
  );
}
