import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { originOf } from "../origin.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../browser/${name}`, import.meta.url), "utf8");

const HTML = "text/html; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";
const PICTURE = "image/svg+xml";

const FRAME_FILES: readonly (readonly [path: string, file: string, type: string])[] = [
  ["/checkout/2", "frame.html", HTML],
  ["/checkout/2/frame.css", "frame.css", STYLE],
  ["/checkout/2/frame.js", "frame.js", SCRIPT],
  ["/checkout/2/relay.js", "relay.js", SCRIPT],
  ["/checkout/2/texts.js", "texts.js", SCRIPT],
  ["/checkout/2/merchant-logo.svg", "merchant-logo.svg", PICTURE],
];

// Any shop on any port may embed the frame; the frame itself loads nothing from elsewhere.
const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors http: https:";

/** The script keeps bKash's path and file name, so that a shop changes the host and nothing else (§1, §7.1). */
export const SCRIPT_PATH = "/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js";
const LIVE_SCRIPT_PATH = "/versions/1.2.0-beta/checkout/bKash-checkout.js";

/** The browser script and the frame (§7, §8). */
export function checkoutPages(publicUrl: string | undefined): Hono<NodeEnv> {
  const pages = new Hono<NodeEnv>();
  const script = read("checkout-script.js");
  for (const path of [SCRIPT_PATH, LIVE_SCRIPT_PATH]) {
    pages.get(path, (c) => {
      const origin = publicUrl ?? originOf(c.req.url);
      return c.body(script.replaceAll("__SIMULATOR_ORIGIN__", origin), 200, headers(SCRIPT));
    });
  }
  for (const [path, file, type] of FRAME_FILES) {
    const text = read(file);
    pages.get(path, (c) => c.body(text, 200, { ...headers(type), "content-security-policy": FRAME_POLICY }));
  }
  return pages;
}

const headers = (type: string) => ({
  "content-type": type,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  // A shop that isolates itself (COEP) must still be able to load these.
  "cross-origin-resource-policy": "cross-origin",
});
