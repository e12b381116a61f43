"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Note } from "@/app/_ui/note";
import { visitAtBkash } from "./bkash-visit";
import { onceThePageIsRead } from "./once-the-page-is-read";
import { closeBkash, openBkash, prepareBkash } from "./bkash-window";
import { PANEL_ID } from "./panel-state";
import {
  callCancel,
  callContinue,
  callCreate,
  callExecute,
  callLink,
  newClickKey,
  wayBack,
  type Call,
} from "./payment-calls";

/** The button's words are its state. */
export interface PayWords {
  ready: string;
  opening: string;
  inWindow: string;
  checking: string;
  scriptFailed: string;
  offline: string;
  /** After the PIN, without a network. */
  offlineSafe: string;
  unreachable: string;
  /** The shop does not know this browser any more. */
  signedOut: string;
}

const ASK_AGAIN_MS = 3000;

/**
 * Asks until the shop has said what it knows. The line may be down, or the shop's records away for a moment; the shop
 * executes once however often it is asked, so asking again is safe and giving up is not.
 */
async function untilHeard<T>(ask: () => Promise<Call<T>>, tell: () => void): Promise<Call<T>> {
  for (;;) {
    const call = await ask();
    const isHeard = call.kind !== "no answer" && !(call.kind === "refused" && KNOWS_NOTHING.has(call.code));
    if (isHeard) return call;
    tell();
    await aWhileOrNetwork();
  }
}

const KNOWS_NOTHING: ReadonlySet<string> = new Set(["TEMPORARILY_UNAVAILABLE", "UNEXPECTED", ""]);

/** A network that comes back, or a phone that wakes up, is not kept waiting. */
function aWhileOrNetwork(): Promise<void> {
  return new Promise((wake) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      document.removeEventListener("visibilitychange", go);
      wake();
    };
    const timer = setTimeout(go, ASK_AGAIN_MS);
    window.addEventListener("online", go);
    document.addEventListener("visibilitychange", go);
  });
}

/** bKash's window took the keyboard; give it back where the news is. */
const returnFocus = () => document.getElementById(PANEL_ID)?.focus({ preventScroll: true });

type Stage = "ready" | "opening" | "inWindow" | "checking";

interface Props {
  orderNumber: string;
  /** The address of this page. */
  orderPage: string;
  /** A payment that is open still: the click goes on with it instead of opening another. */
  continues: string | null;
  scripts: { jquery: string; script: string };
  words: PayWords;
}

/** The click: create → bKash's window → execute → show what the server says. */
export function PayWithBkash({ orderNumber, orderPage, continues, scripts, words }: Props) {
  const router = useRouter();
  const [stage, showStage] = useState<Stage>("ready");
  const [trouble, setTrouble] = useState(() => visitAtBkash.troubleWith(orderNumber));
  const paymentId = useRef("");
  const isExecuting = useRef(false);
  const isHere = useRef(true);
  const isOpen = useRef(false);
  const { jquery, script } = scripts;
  const setStage = (next: Stage) => {
    visitAtBkash.set(next === "ready" ? "none" : next === "checking" ? "executing" : "window");
    showStage(next);
  };

  useEffect(
    // Beforehand, so that the click opens at once. A failure is told at the click.
    () => onceThePageIsRead(() => void prepareBkash({ jquery, script }).catch(() => undefined)),
    [jquery, script],
  );

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      // The shopper went elsewhere with bKash's window open. Before the PIN that is a "no"; after it, execute goes on.
      if (!isExecuting.current) visitAtBkash.set("none");
      if (!isOpen.current || isExecuting.current) return;
      closeBkash();
      void callCancel(paymentId.current);
    };
  }, []);

  const stop = (message: string) => {
    setTrouble(message);
    setStage("ready");
  };

  /** The open payment again; when it can no longer be used, another one. */
  const openPayment = async () => {
    const again = continues ? await callContinue(continues) : null;
    const isGone = again?.kind === "refused" && again.code === "PAYMENT_NOT_OPEN";
    return again && !isGone ? again : callCreate(orderNumber, newClickKey());
  };

  const create = async () => {
    const call = await openPayment();
    if (call.kind === "answer") {
      paymentId.current = call.data.paymentId;
      isOpen.current = true;
      setStage("inWindow");
      return call.data.window;
    }
    stop(call.kind === "refused" && call.message ? call.message : words.offline);
    // Perhaps the order was paid or cancelled elsewhere: the page then says so. Not without a network: Next would leave
    // the page for the browser's own page about that.
    if (call.kind === "refused") router.refresh();
    return null;
  };

  const execute = async () => {
    isExecuting.current = true;
    isOpen.current = false;
    setStage("checking");
    const call = await untilHeard(
      () => callExecute(paymentId.current),
      () => setTrouble(navigator.onLine ? words.unreachable : words.offlineSafe),
    );
    closeBkash();
    if (call.kind === "refused")
      return stop(call.code === "PAYMENT_NOT_FOUND" ? words.signedOut : call.message);
    visitAtBkash.set("none");
    // What counts is what the server knows, so the page is made anew from that.
    const elsewhere = wayBack() ?? (isHere.current ? null : orderPage);
    if (elsewhere) return window.location.assign(elsewhere);
    returnFocus();
    router.refresh();
  };

  const closed = async () => {
    // While execute is on its way, closing the window changes nothing.
    if (isExecuting.current) return;
    isOpen.current = false;
    const call = await callCancel(paymentId.current);
    setStage("ready");
    returnFocus();
    if (call.kind === "answer") router.refresh();
  };

  /** The window never showed up. The page is made anew then, and must not forget why. */
  const failed = () => {
    isOpen.current = false;
    visitAtBkash.hadTrouble(orderNumber, words.scriptFailed);
    void callCancel(paymentId.current);
    stop(words.scriptFailed);
  };

  const pay = async () => {
    if (stage !== "ready") return;
    setStage("opening");
    setTrouble("");
    visitAtBkash.hadTrouble(orderNumber, "");
    isExecuting.current = false;
    void callLink(orderNumber);
    try {
      await prepareBkash(scripts);
    } catch {
      return stop(words.scriptFailed);
    }
    openBkash({
      create,
      execute: () => void execute(),
      closed: () => void closed(),
      failed,
    });
  };

  const isBusy = stage !== "ready";
  return (
    <div className="grid gap-3">
      <button
        type="button"
        onClick={() => void pay()}
        aria-disabled={isBusy}
        className="inline-flex min-h-14 w-full items-center justify-center gap-3 rounded-full bg-bkash px-4 py-3 text-lg font-bold text-on-bkash transition-[filter] duration-150 hover:brightness-95 aria-disabled:cursor-progress sm:w-auto sm:px-10"
      >
        {isBusy && <span className="spinner" aria-hidden="true" />}
        <span>{words[stage]}</span>
      </button>
      <div role="status">
        {trouble && (
          <Note kind="warning" icon="alert">
            {trouble}
          </Note>
        )}
      </div>
    </div>
  );
}
