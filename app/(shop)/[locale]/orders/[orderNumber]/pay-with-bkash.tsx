"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Note } from "@/app/_ui/note";
import { closeBkash, openBkash, prepareBkash } from "./bkash-window";
import { PANEL_ID } from "./panel-state";
import { callCancel, callCreate, callExecute, newClickKey } from "./payment-calls";

/** The button's words are its state. */
export interface PayWords {
  ready: string;
  opening: string;
  inWindow: string;
  checking: string;
  scriptFailed: string;
  offline: string;
  unreachable: string;
}

const ASK_AGAIN_MS = 3000;

/** bKash's window took the keyboard; give it back where the news is. */
const returnFocus = () => document.getElementById(PANEL_ID)?.focus({ preventScroll: true });

type Stage = "ready" | "opening" | "inWindow" | "checking";

interface Props {
  orderNumber: string;
  scripts: { jquery: string; script: string };
  words: PayWords;
}

/** The click: create → bKash's window → execute → show what the server says. */
export function PayWithBkash({ orderNumber, scripts, words }: Props) {
  const router = useRouter();
  const [stage, setStage] = useState<Stage>("ready");
  const [trouble, setTrouble] = useState("");
  const paymentId = useRef("");
  const isExecuting = useRef(false);
  const { jquery, script } = scripts;

  useEffect(() => {
    // Beforehand, so that the click opens at once. A failure is told at the click.
    prepareBkash({ jquery, script }).catch(() => undefined);
  }, [jquery, script]);

  const stop = (message: string) => {
    setTrouble(message);
    setStage("ready");
  };

  const create = async () => {
    const call = await callCreate(orderNumber, newClickKey());
    if (call.kind === "answer") {
      paymentId.current = call.data.paymentId;
      setStage("inWindow");
      return call.data.window;
    }
    stop(call.kind === "refused" && call.message ? call.message : words.offline);
    // Perhaps the order was paid or cancelled elsewhere: the page then says so.
    router.refresh();
    return null;
  };

  const execute = async () => {
    isExecuting.current = true;
    setStage("checking");
    let call = await callExecute(paymentId.current);
    closeBkash();
    returnFocus();
    // The line is down. The shop executes once however often it is asked, so asking again is safe; giving up is not.
    while (call.kind === "no answer") {
      setTrouble(words.unreachable);
      await new Promise((wake) => setTimeout(wake, ASK_AGAIN_MS));
      call = await callExecute(paymentId.current);
    }
    if (call.kind === "refused") stop(call.message);
    // What counts is what the server knows, so the page is made anew from that.
    router.refresh();
  };

  const closed = async () => {
    // While execute is on its way, closing the window changes nothing.
    if (isExecuting.current) return;
    await callCancel(paymentId.current);
    setStage("ready");
    returnFocus();
    router.refresh();
  };

  const pay = async () => {
    if (stage !== "ready") return;
    setStage("opening");
    setTrouble("");
    isExecuting.current = false;
    try {
      await prepareBkash(scripts);
    } catch {
      return stop(words.scriptFailed);
    }
    openBkash({ create, execute: () => void execute(), closed: () => void closed() });
  };

  const isBusy = stage !== "ready";
  return (
    <div className="grid gap-3">
      <button
        type="button"
        onClick={() => void pay()}
        aria-disabled={isBusy}
        className="inline-flex min-h-14 w-full items-center justify-center gap-3 rounded-full bg-bkash px-4 py-3 text-lg font-bold text-white transition-[filter] duration-150 hover:brightness-95 aria-disabled:cursor-progress sm:w-auto sm:px-10"
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
