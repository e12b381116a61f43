import { randomUUID } from "node:crypto";
import { takaText } from "@/lib/kernel/money";
import type { RecordedPayment } from "@/lib/payments/payment-history";
import type { RefundHistory } from "@/lib/payments/refund-history";
import { words } from "../../../_words/words";
import { refundAction } from "../../actions";
import { RefundForm } from "./refund-form";
import { RefundRecord } from "./refund-record";

/** What went back of a payment, what is on its way, and how to give back more. */
export function Refunds({
  payment,
  orderNumber,
  history,
}: {
  payment: RecordedPayment;
  orderNumber: string;
  history: RefundHistory;
}) {
  const says = words.refund;
  const { may, refunds } = history;
  const last = refunds.at(-1);
  return (
    <section aria-labelledby={`refunds-${payment.attempt}`} className="mt-4 border-t border-line pt-3">
      <h4 id={`refunds-${payment.attempt}`} className="font-bold">
        {says.heading}
      </h4>
      {/* There from the beginning, so that a result is read out when it comes. */}
      <p role="status" className="sr-only">
        {last && `${says.title(last.number)}: ${words.refundSentence[last.status]}`}
      </p>
      {refunds.map((refund) => (
        <RefundRecord key={refund.id} refund={refund} />
      ))}
      {may.ok ? (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-brand underline underline-offset-4">
            {says.give}
          </summary>
          <RefundForm
            key={refunds.length}
            paymentId={payment.id}
            orderNumber={orderNumber}
            clickKey={randomUUID()}
            left={may.left}
            leftTyped={takaText(may.left)}
            isLastOne={may.isLastOne}
            onRefund={refundAction}
          />
        </details>
      ) : (
        <p className="mt-2 max-w-text text-ink-soft">{says.cannot[may.code]}</p>
      )}
    </section>
  );
}
