"use client";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import type { Locale } from "@/lib/kernel/money";
import { visitAtBkash } from "./bkash-visit";
import { timeInDhaka } from "./dhaka-time";
import { callFollow, wayBack } from "./payment-calls";

interface Props {
  orderNumber: string;
  locale: Locale;
  /** What the page shows now: see PaymentState. */
  mark: string;
  lookAgainInMs: number | null;
  askedAt: string | null;
  /** Shows that it looks, and lets the shopper look now. */
  isInDoubt: boolean;
  words: {
    checkNow: string;
    /** With `{time}`. */
    checkedAt: string;
    offline: string;
    unreachable: string;
    signedOut: string;
  };
}

/** The first look comes soon: a page that the browser kept from before may be long out of date. */
const FIRST_LOOK_MS = 500;
/** Seconds until the next try while the shop cannot be reached. */
const BACK_OFF = [2, 3, 5, 8, 13, 20];
const LONGEST = 30;
/** Nobody reads a page in the background. */
const HIDDEN_MS = 30_000;

type Trouble = "none" | "unreachable" | "signedOut";

/**
 * Keeps the page true without a reload: looks where the order stands as often as the shop says, at once when the shopper
 * comes back to the page or to the network, and makes the page anew when anything changed.
 */
export function FollowOrder(props: Props) {
  const { orderNumber, locale, mark, lookAgainInMs, isInDoubt, words } = props;
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble>("none");
  const [askedAt, setAskedAt] = useState(props.askedAt);
  const [said, setSaid] = useState("");
  const lookNow = useRef<() => Promise<string | null>>(() => Promise.resolve(null));
  const hasLooked = useRef(false);
  const checkedAt = useCallback(
    (at: string) => words.checkedAt.replace("{time}", timeInDhaka(at, locale, true)),
    [words.checkedAt, locale],
  );

  useEffect(() => {
    if (lookAgainInMs === null) return;
    let isOver = false;
    let failed = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const plan = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), document.hidden ? Math.max(ms, HIDDEN_MS) : ms);
    };
    const look = async (): Promise<string | null> => {
      clearTimeout(timer);
      const call = await callFollow(orderNumber);
      if (isOver) return null;
      if (call.kind !== "answer") {
        setTrouble(call.kind === "refused" && call.code === "ORDER_NOT_FOUND" ? "signedOut" : "unreachable");
        plan((BACK_OFF[failed++] ?? LONGEST) * 1000);
        return null;
      }
      failed = 0;
      setTrouble("none");
      setAskedAt(call.data.askedAt);
      if (call.data.mark !== mark && !keepsPage(call.data)) {
        const elsewhere = wayBack();
        if (elsewhere) window.location.assign(elsewhere);
        else router.refresh();
      }
      if (call.data.lookAgainInMs !== null) plan(call.data.lookAgainInMs);
      return call.data.askedAt;
    };

    lookNow.current = look;
    plan(hasLooked.current ? lookAgainInMs : FIRST_LOOK_MS);
    hasLooked.current = true;
    const back = () => {
      if (!document.hidden) void look();
    };
    window.addEventListener("online", back);
    window.addEventListener("pageshow", back);
    document.addEventListener("visibilitychange", back);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener("online", back);
      window.removeEventListener("pageshow", back);
      document.removeEventListener("visibilitychange", back);
    };
  }, [orderNumber, mark, lookAgainInMs, router]);

  const isOnline = useOnline();
  const notice = isInDoubt && !isOnline ? words.offline : trouble === "none" ? "" : words[trouble];
  const isShown = isInDoubt || trouble === "signedOut";
  return (
    <div className={isShown ? "grid gap-4" : "hidden"}>
      {isInDoubt && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="spinner text-brand" aria-hidden="true" />
          <button
            type="button"
            className={button("quiet")}
            onClick={() => void lookNow.current().then((at) => setSaid(at ? checkedAt(at) : ""))}
          >
            {words.checkNow}
          </button>
          {askedAt && <p className="text-sm text-ink-soft">{checkedAt(askedAt)}</p>}
          <p role="status" className="sr-only">
            {said}
          </p>
        </div>
      )}
      <div role="status">
        {notice && (
          <Note kind="warning" icon="alert">
            {notice}
          </Note>
        )}
      </div>
    </div>
  );
}

/** While this page's own window is open it gives way only to an order that takes no payment any more. */
const keepsPage = ({ mayPay }: { mayPay: boolean }): boolean =>
  visitAtBkash.stage === "executing" || (visitAtBkash.stage === "window" && mayPay);

/** Whether the browser has a network, as far as it knows. */
function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true);
  useEffect(() => {
    const read = () => setOnline(navigator.onLine);
    read();
    window.addEventListener("online", read);
    window.addEventListener("offline", read);
    return () => {
      window.removeEventListener("online", read);
      window.removeEventListener("offline", read);
    };
  }, []);
  return isOnline;
}
