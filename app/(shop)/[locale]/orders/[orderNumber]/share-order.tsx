"use client";
import { useState } from "react";
import { button } from "@/app/_ui/button";
import { callLink } from "./payment-calls";

/** Puts the order's link into the clipboard, to open the order on another device. The page itself never holds the link. */
export function ShareOrder({
  orderNumber,
  words,
}: {
  orderNumber: string;
  words: { share: string; copied: string; failed: string };
}) {
  const [said, setSaid] = useState("");
  const share = async () => {
    const call = await callLink(orderNumber);
    if (call.kind !== "answer") return setSaid(words.failed);
    const link = new URL(call.data.link, window.location.href).href;
    await navigator.clipboard.writeText(link).then(
      () => setSaid(words.copied),
      () => setSaid(words.failed),
    );
  };
  return (
    <div className="mt-1">
      <button type="button" className={button("plain")} onClick={() => void share()}>
        {words.share}
      </button>
      <p role="status" className="text-sm text-ink-soft">
        {said}
      </p>
    </div>
  );
}
