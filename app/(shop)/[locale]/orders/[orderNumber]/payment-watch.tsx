"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { button } from "@/app/_ui/button";
import { callQuery } from "./payment-calls";

interface Props {
  paymentId: string;
  status: string;
  words: { checkNow: string; unreachable: string };
}

/** Seconds between questions to the shop: quick at first, then calmer. The shop decides when it asks bKash. */
const GAPS = [1, 2, 2, 3, 3, 4, 5];
const STEP = 5;

/** Asks where a payment in doubt stands until it is settled, and then shows it. Goes on after a lost connection. */
export function PaymentWatch({ paymentId, status, words }: Props) {
  const router = useRouter();
  const [isReachable, setReachable] = useState(true);
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    let isOver = false;
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const question = async () => {
      clearTimeout(timer);
      const call = await callQuery(paymentId);
      if (isOver) return;
      setReachable(call.kind !== "no answer");
      if (call.kind === "answer" && call.data.status !== status) router.refresh();
      timer = setTimeout(() => void question(), (GAPS[asked++] ?? STEP) * 1000);
    };
    ask.current = () => void question();
    timer = setTimeout(() => void question(), 500);
    const again = () => void question();
    window.addEventListener("online", again);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [paymentId, status, router]);

  return (
    <div className="flex flex-wrap items-center gap-4">
      <span className="spinner text-brand" aria-hidden="true" />
      <button type="button" className={button("quiet")} onClick={() => ask.current()}>
        {words.checkNow}
      </button>
      <p role="status" className="text-sm text-ink-soft">
        {isReachable ? "" : words.unreachable}
      </p>
    </div>
  );
}
