import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { WireAnswer } from "./wire-answer.ts";

/** What Hono needs to know of Node. In-process callers have no socket. */
export type NodeEnv = { Bindings: Partial<HttpBindings> };

const NEVER = new Promise<never>(() => undefined);
const DRIP_EVERY_MS = 1000;
// Long enough for the first half to have left this machine before the connection is cut.
const CUT_AFTER_MS = 50;

/** Sends an answer the way it wants to be sent. */
export function deliver(answer: WireAnswer, c: Context<NodeEnv>): Response {
  const { status, headers, text } = answer;
  switch (answer.delivery) {
    case "whole":
      return new Response(text, { status, headers });
    case "drip":
      return new Response(dripping(text), { status, headers });
    case "cut": {
      const bytes = new TextEncoder().encode(text);
      const promised = { ...headers, "content-length": String(bytes.length) };
      return new Response(cutOff(bytes, c), { status, headers: promised });
    }
  }
}

/** The connection stays open without a byte until the client gives up, or is cut at once. */
export function silence(how: "hang" | "reset", c: Context<NodeEnv>): Promise<never> {
  if (how === "reset") c.env?.incoming?.socket.resetAndDestroy();
  return NEVER;
}

function dripping(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => {
        controller.enqueue(bytes.subarray(at, at + 1));
        at += 1;
        if (at < bytes.length) return;
        clearInterval(timer);
        controller.close();
      }, DRIP_EVERY_MS);
    },
    cancel() {
      clearInterval(timer);
    },
  });
}

function cutOff(bytes: Uint8Array, c: Context<NodeEnv>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
      setTimeout(() => {
        c.env?.incoming?.socket.resetAndDestroy();
        controller.error(new Error("The connection was cut on purpose."));
      }, CUT_AFTER_MS);
    },
  });
}
