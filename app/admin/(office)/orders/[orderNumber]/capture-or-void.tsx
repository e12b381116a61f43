"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { words } from "../../../_words/words";

/** What a merchant can do with money that bKash has set aside. The page around it is made anew with bKash's answer. */
export function CaptureOrVoid({
  paymentId,
  onCapture,
  onVoid,
}: {
  paymentId: string;
  onCapture: FormAction;
  onVoid: FormAction;
}) {
  const says = words.setAside;
  const [captured, capture, isCapturing] = useActionState(onCapture, untouched);
  const [voided, giveFree, isVoiding] = useActionState(onVoid, untouched);
  const isBusy = isCapturing || isVoiding;
  const isRefused = captured.kind === "refused" || voided.kind === "refused";
  return (
    <form className="mt-3 flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="paymentId" value={paymentId} />
      <button type="submit" formAction={capture} disabled={isBusy} className={button("primary")}>
        {isCapturing ? words.payment.asking : says.capture}
      </button>
      <button type="submit" formAction={giveFree} disabled={isBusy} className={button("quiet")}>
        {isVoiding ? words.payment.asking : says.void}
      </button>
      <span role="status" className="text-sm">
        {!isBusy && isRefused && words.payment.askFailed}
      </span>
    </form>
  );
}
