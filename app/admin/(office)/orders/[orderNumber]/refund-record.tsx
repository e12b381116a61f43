import { formatTaka } from "@/lib/kernel/money";
import type { RecordedRefund } from "@/lib/payments/refund-history";
import { RefundBadge } from "../../../_show/badge";
import { DhakaTime } from "../../../_show/dhaka-time";
import { Fact } from "../../../_show/fact";
import { words } from "../../../_words/words";
import { askAboutRefundAction } from "../../actions";
import { recordRefundAction } from "../../record-refund-action";
import { AskBkashNow } from "./ask-bkash-now";
import { RecordFromPortal } from "./record-from-portal";
import { Timeline } from "./timeline";

/** One refund: where it stands, its receipt, and all that happened to it. */
export function RefundRecord({ refund }: { refund: RecordedRefund }) {
  const says = words.refund;
  const headingId = `refund-${refund.id}`;
  return (
    <article aria-labelledby={headingId} className="mt-3 rounded-card border border-line p-3 sm:p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h5 id={headingId} className="font-bold">
          {says.title(refund.number)} ·{" "}
          <span className="tabular-nums">{formatTaka(refund.amountInPoisha, "en")}</span>
        </h5>
        <RefundBadge status={refund.status} />
      </div>
      <p className="mt-1 max-w-text">
        {words.refundSentence[refund.status]}
        {refund.status === "FAILED" &&
          refund.lastCode &&
          ` ${refund.lastCode.meaning ?? refund.lastCode.code}.`}
      </p>
      {refund.mayAskAgain && <AskBkashNow about="refundId" id={refund.id} onAsk={askAboutRefundAction} />}
      {refund.mayRecord && <RecordFromPortal refundId={refund.id} onRecord={recordRefundAction} />}
      <dl className="my-3 grid grid-cols-2 gap-x-5 gap-y-3 md:grid-cols-3">
        <Fact label={says.trxId}>{refund.refundTrxId ?? words.payment.none}</Fact>
        <Fact label={says.requestedBy}>{refund.requestedBy ?? says.byShop}</Fact>
        <Fact label={says.requestedAt}>
          <DhakaTime at={refund.requestedAt} />
        </Fact>
        {refund.completedAt && (
          <Fact label={says.completedAt}>
            <DhakaTime at={refund.completedAt} />
          </Fact>
        )}
        <Fact label={says.why}>{refund.reason}</Fact>
        {refund.lastCode && (
          <Fact label={says.lastCode}>
            {refund.lastCode.code}: {refund.lastCode.meaning ?? words.payment.codeUnknown}
          </Fact>
        )}
        {refund.nextCheckAt && (
          <Fact label={words.payment.nextCheck}>
            <DhakaTime at={refund.nextCheckAt} isExact /> ({words.payment.checks(refund.checks)})
          </Fact>
        )}
      </dl>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-brand underline underline-offset-4">
          {words.payment.timeline}
        </summary>
        <Timeline events={refund.events} status={words.refundStatus} toldBy={words.refundSource} />
      </details>
    </article>
  );
}
