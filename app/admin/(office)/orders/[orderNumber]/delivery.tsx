import { formatTaka } from "@/lib/kernel/money";
import { mayCancel } from "@/lib/fulfilment/cancel-cash-order";
import type { RecordedDeliveryStep } from "@/lib/fulfilment/read-delivery";
import { deliverySteps } from "@/lib/orders/delivery-status";
import type { WholeOrder } from "@/lib/orders/read-order-as-merchant";
import { store } from "@/store.config";
import { DhakaTime } from "../../../_show/dhaka-time";
import { words } from "../../../_words/words";
import {
  cancelOrderAction,
  handOverAction,
  moveDeliveryAction,
  returnedAction,
} from "../../delivery-actions";
import { CancelForm, HandOverForm, MoveButton, ReturnedForm } from "./delivery-forms";

const summary =
  "inline-flex min-h-11 cursor-pointer items-center font-semibold text-brand underline underline-offset-4";

/** Where the goods are, what can be done with them now, and who did what. */
export function Delivery({ order, steps }: { order: WholeOrder; steps: readonly RecordedDeliveryStep[] }) {
  const says = words.delivery;
  const may = new Set(deliverySteps(order));
  const seen = order.deliveryStatus;
  const form = { orderNumber: order.number, seen };
  const last = steps.findLast(({ to }) => to === "HANDED_OVER");
  const isUnpaid = order.status === "PENDING";
  const isOpen = may.size > 0 || mayCancel(order);
  return (
    <section aria-labelledby="delivery" className="mt-6 rounded-card border border-line bg-card p-4 sm:p-5">
      <h2 id="delivery" className="text-xl">
        {says.heading}
      </h2>
      {/* There from the beginning, so that a change is read out when it comes. */}
      <p role="status" className="mt-1 font-medium">
        {words.deliveryStatus[seen]}
      </p>
      {order.cashInPoisha !== null && <p>{says.cashReceived(formatTaka(order.cashInPoisha, "en"))}</p>}
      {!isOpen && <p className="text-ink-soft">{isUnpaid && seen === "TO_PACK" ? says.notYet : says.over}</p>}
      {may.has("DELIVERED") && order.dueInPoisha > 0 && (
        <p className="mt-1 max-w-text">{says.cash(formatTaka(order.dueInPoisha, "en"))}</p>
      )}
      <p className="flex flex-wrap gap-x-5">
        <a href={`/admin/papers/packing-slips?orders=${order.number}`} target="_blank" className={summary}>
          {says.packingSlip}
        </a>
        {order.paidAt !== null && order.status !== "CANCELLED" && (
          <a href={`/admin/papers/invoice?orders=${order.number}`} target="_blank" className={summary}>
            {says.invoice}
          </a>
        )}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {may.has("DELIVERED") && <MoveButton {...form} to="DELIVERED" onMove={moveDeliveryAction} />}
        {may.has("PACKED") && (
          <MoveButton {...form} to="PACKED" isQuiet={seen === "HANDED_OVER"} onMove={moveDeliveryAction} />
        )}
        {may.has("TO_PACK") && <MoveButton {...form} to="TO_PACK" isQuiet onMove={moveDeliveryAction} />}
      </div>
      {may.has("HANDED_OVER") && (
        <details key={`hand over ${seen}`} open={seen === "PACKED"}>
          <summary className={summary}>
            {seen === "HANDED_OVER" ? says.correct : says.says.HANDED_OVER}
          </summary>
          <HandOverForm
            {...form}
            couriers={store.couriers}
            before={seen === "HANDED_OVER" && last ? last : null}
            onHandOver={handOverAction}
          />
        </details>
      )}
      {may.has("RETURNED") && (
        <details key={`returned ${seen}`}>
          <summary className={summary}>{says.says.RETURNED}</summary>
          <ReturnedForm {...form} isUnpaid={isUnpaid} onReturned={returnedAction} />
        </details>
      )}
      {mayCancel(order) && (
        <details>
          <summary className={summary}>{says.cancel}</summary>
          <CancelForm orderNumber={order.number} onCancel={cancelOrderAction} />
        </details>
      )}
      {steps.length > 0 && (
        <>
          <h3 className="mt-3 border-t border-line pt-3 font-bold">{says.steps}</h3>
          <ol className="mt-2 grid gap-2">
            {steps.map((step) => (
              <li key={`${step.at.toISOString()} ${step.to}`}>
                <span className="text-sm text-ink-soft">
                  <DhakaTime at={step.at} isExact />
                </span>{" "}
                <span className="font-medium">{words.deliveryStatus[step.to]}</span>{" "}
                <span className="text-sm text-ink-soft">
                  {step.merchant && `${says.by} ${step.merchant}`}
                  {factsOf(step).map((fact) => ` · ${fact}`)}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

const factsOf = ({ courier, trackingNumber, trackingLink, note, isRestocked }: RecordedDeliveryStep) =>
  [courier, trackingNumber, trackingLink, note, isRestocked && words.delivery.restock.toLowerCase()].filter(
    (fact) => typeof fact === "string" && fact !== "",
  );
