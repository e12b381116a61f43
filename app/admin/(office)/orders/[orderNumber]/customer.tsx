import { divisionInWords, placeInWords } from "@/lib/delivery/areas";
import { localMsisdn } from "@/lib/kernel/msisdn";
import type { WholeOrder } from "@/lib/orders/read-order-as-merchant";
import { DhakaTime } from "../../../_show/dhaka-time";
import { Fact } from "../../../_show/fact";
import { words } from "../../../_words/words";

const link = "inline-flex min-h-11 items-center text-brand underline underline-offset-4";

/** Who ordered, where it goes, and when things happened. */
export function Customer({ order }: { order: WholeOrder }) {
  const says = words.order;
  return (
    <section aria-labelledby="customer" className="rounded-card border border-line bg-card p-4 sm:p-5">
      <h2 id="customer" className="text-xl">
        {says.contact}
      </h2>
      <p className="mt-2 font-medium">{order.contactName}</p>
      <p>
        <a href={`tel:${order.contactPhone}`} className={`${link} tabular-nums`}>
          {localMsisdn(order.contactPhone)}
        </a>
      </p>
      {order.contactEmail && (
        <p>
          <a href={`mailto:${order.contactEmail}`} className={`${link} break-all`}>
            {order.contactEmail}
          </a>
        </p>
      )}
      <dl className="mt-2 grid gap-3 border-t border-line pt-3">
        <Fact label={says.deliverTo}>
          <span className="whitespace-pre-line">{order.deliveryAddress}</span>
          <br />
          {placeInWords({ district: order.deliveryDistrict, upazila: order.deliveryUpazila }, "en")}
          <br />
          {says.division(divisionInWords(order.deliveryDistrict, "en"))}
        </Fact>
        {order.deliveryNote && <Fact label={says.note}>{order.deliveryNote}</Fact>}
        {order.giftNote && (
          <Fact label={says.giftNote}>
            <span className="whitespace-pre-line">{order.giftNote}</span>
          </Fact>
        )}
        <Fact label={says.placed}>
          <DhakaTime at={order.placedAt} />
        </Fact>
        {order.paidAt && (
          <Fact label={says.paid}>
            <DhakaTime at={order.paidAt} />
          </Fact>
        )}
        {order.cancelledAt && (
          <Fact label={says.cancelled}>
            <DhakaTime at={order.cancelledAt} />
          </Fact>
        )}
        {order.status === "PENDING" && (
          <Fact label={says.heldUntil}>
            <DhakaTime at={order.holdUntil} />
          </Fact>
        )}
        <Fact label={says.language}>{says.languages[order.locale] ?? order.locale}</Fact>
      </dl>
    </section>
  );
}
