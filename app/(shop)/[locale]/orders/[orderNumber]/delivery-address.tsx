import { getTranslations } from "next-intl/server";
import { Icon } from "@/app/_ui/icon";
import { placeInWords } from "@/lib/delivery/areas";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { localMsisdn } from "@/lib/kernel/msisdn";
import type { OrderView } from "@/lib/orders/read-order";
import { daysInWords } from "../../_shell/zone-words";

export async function DeliveryAddress({ order, locale }: { order: OrderView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "order" });
  const { address, note, days } = order.delivery;
  /** A day is promised until the parcel is there, and not for goods that nobody sends any more. */
  const isOnItsWay =
    order.status !== "CANCELLED" &&
    order.status !== "REFUNDED" &&
    order.deliveryStatus !== "DELIVERED" &&
    order.deliveryStatus !== "RETURNED";
  /** Nobody waits for its money before it is sent. */
  const isPaidAtTheDoor = order.paymentMethod === "CASH_ON_DELIVERY" && order.status === "PENDING";
  return (
    <section aria-labelledby="deliver-to">
      <h2 id="deliver-to" className="text-xl">
        {t("deliverTo")}
      </h2>
      <div className="mt-3 flex gap-3.5">
        <span className="pt-0.5 text-brand">
          <Icon name="pin" size={24} />
        </span>
        <div className="min-w-0">
          <p className="font-semibold">{order.contact.name}</p>
          <p className="whitespace-pre-line">{address}</p>
          <p>{placeInWords(order.delivery, locale)}</p>
          <p>{localDigits(localMsisdn(order.contact.phone), locale)}</p>
          {note && <p className="mt-2 text-ink-soft">{t("note", { note })}</p>}
          {order.giftNote && (
            <p className="mt-2 whitespace-pre-line text-ink-soft">
              {t("giftNote", { note: order.giftNote })}
            </p>
          )}
          {days && isOnItsWay && (
            <p className="mt-2 text-ink-soft">
              {t(isPaidAtTheDoor ? "daysFromOrder" : "days", { days: await daysInWords(days, locale) })}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
