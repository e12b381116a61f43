import { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { takeCall, type Outcome } from "../api/take-call.ts";
import type { FaultTarget } from "../faults.ts";
import { originOf } from "../origin.ts";
import type { Simulator } from "../simulator.ts";
import { browserFile, browserFolder } from "./browser-files.ts";

// Any shop on any port may embed the frame; the frame itself loads nothing from elsewhere.
const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors http: https:";

/** The script keeps bKash's path and file name, so that a shop changes the host and nothing else (§1, §7.1). */
export const SCRIPT_PATH = "/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js";
const LIVE_SCRIPT_PATH = "/versions/1.2.0-beta/checkout/bKash-checkout.js";

const HEADERS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  // A shop that isolates itself (COEP) must still be able to load these.
  "cross-origin-resource-policy": "cross-origin",
};

/** The browser script and the frame (§7, §8). */
export function checkoutPages(simulator: Simulator, publicUrl: string | undefined): Hono<NodeEnv> {
  const { settings } = simulator;
  const pages = new Hono<NodeEnv>();
  const script = browserFile("checkout-script.js");
  for (const path of [SCRIPT_PATH, LIVE_SCRIPT_PATH]) {
    pages.get(path, (c) =>
      takeCall(simulator, c, target("script"), NO_BODY, () => {
        const text = script.text
          .replaceAll("__SIMULATOR_ORIGIN__", publicUrl ?? originOf(c.req.url))
          .replaceAll("__SIMULATOR_FRAME_QUERY__", frameQuery(c.req.query()));
        const status = settings.scriptStatus;
        return page(status, status === 200 ? text : "", { "content-type": script.type });
      }),
    );
  }
  for (const { name, type, text } of browserFolder("frame")) {
    const headers = { "content-type": type, "content-security-policy": FRAME_POLICY };
    if (name !== "frame.html") {
      pages.get(`/checkout/2/${name}`, (c) => c.body(text, 200, { ...HEADERS, ...headers }));
      continue;
    }
    pages.get("/checkout/2", (c) =>
      takeCall(simulator, c, target("frame"), NO_BODY, async () => {
        if (settings.frameDelayMs > 0) await pause(settings.frameDelayMs);
        return page(200, text, headers);
      }),
    );
  }
  return pages;
}

const NO_BODY = { body: "" };

const target = (operation: "script" | "frame"): FaultTarget => ({
  operation,
  paymentID: undefined,
  merchantInvoiceNumber: undefined,
});

const page = (status: number, text: string, headers: Record<string, string>): Outcome => ({
  answer: { status, headers: { ...HEADERS, ...headers }, text, delivery: "whole" },
});

/** What the script's address hands on to the frame's: auto mode and language, and nothing else. */
function frameQuery({ auto, lang }: Record<string, string>): string {
  const handed = new URLSearchParams();
  if (auto === "1") handed.set("auto", "1");
  if (lang === "bn" || lang === "en") handed.set("lang", lang);
  return handed.size > 0 ? `?${handed}` : "";
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
