import { formatTaka } from "@/lib/kernel/money";
import type { ExplainedCode, RecordedPayment } from "@/lib/payments/payment-history";
import type { RefundHistory } from "@/lib/payments/refund-history";
import { PaymentBadge } from "../../../_show/badge";
import { DhakaTime } from "../../../_show/dhaka-time";
import { Fact } from "../../../_show/fact";
import { words } from "../../../_words/words";
import { askWalletAgainAction } from "../../actions";
import { captureAction, voidAction } from "../../set-aside-actions";
import { AskBkashNow } from "./ask-bkash-now";
import { Refunds } from "./refunds";
import { Timeline } from "./timeline";
import { CaptureOrVoid } from "./capture-or-void";

/** One payment: where it stands, its numbers at the wallet, and all that happened to it. */
export function PaymentRecord({
  payment,
  orderNumber,
  refunds,
}: {
  payment: RecordedPayment;
  orderNumber: string;
  /** Undefined when it took no money. */
  refunds: RefundHistory | undefined;
}) {
  const says = words.payment;
  const headingId = `attempt-${payment.attempt}`;
  return (
    <article aria-labelledby={headingId} className="rounded-card border border-line bg-card p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={headingId} className="text-lg font-bold">
          {says.title(payment.attempt, words.wallet(payment.provider))}
        </h3>
        <PaymentBadge status={payment.status} />
        <span className="text-sm text-ink-soft">{words.mode[payment.mode]}</span>
      </div>
      <p className="mt-1 max-w-text">{words.paymentSentence[payment.status]}</p>
      {payment.mayCapture && (
        <CaptureOrVoid paymentId={payment.id} onCapture={captureAction} onVoid={voidAction} />
      )}
      {payment.mayAskAgain && <AskBkashNow about="paymentId" id={payment.id} onAsk={askWalletAgainAction} />}
      <dl className="my-4 grid grid-cols-2 gap-x-5 gap-y-3 md:grid-cols-3">
        <Fact label={says.amount}>
          <span className="tabular-nums">{formatTaka(payment.amountInPoisha, "en")}</span>
        </Fact>
        <Fact label={says.invoice}>{payment.invoiceNumber}</Fact>
        <Fact label={says.trxId}>{payment.trxId ?? says.none}</Fact>
        <Fact label={says.paymentId}>{payment.providerPaymentId ?? says.none}</Fact>
        <Fact label={says.lastCode}>{payment.lastCode ? explained(payment.lastCode) : says.none}</Fact>
        <Fact label={says.nextCheck}>
          {payment.nextCheckAt ? (
            <>
              <DhakaTime at={payment.nextCheckAt} isExact /> ({says.checks(payment.checks)})
            </>
          ) : (
            says.nextCheckNone
          )}
        </Fact>
      </dl>
      <h4 className="border-t border-line pt-3 font-bold">{says.timeline}</h4>
      <Timeline events={payment.events} status={words.paymentStatus} toldBy={words.source} />
      {refunds && <Refunds payment={payment} orderNumber={orderNumber} history={refunds} />}
    </article>
  );
}

const explained = ({ code, meaning }: ExplainedCode) => `${code}: ${meaning ?? words.payment.codeUnknown}`;
