import { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { browserFolder } from "../checkout/browser-files.ts";
import { SIMULATOR_MARKER } from "../marker.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page that an integrator keeps open: at / for browsers, at /__simulator/ui for everybody. */
export function uiPages(): Hono<NodeEnv> {
  const pages = new Hono<NodeEnv>();
  for (const { name, type, text } of browserFolder("ui")) {
    const headers = {
      "content-type": type,
      "content-security-policy": POLICY,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    };
    const isPage = name === "index.html";
    pages.get(`/__simulator/ui${isPage ? "" : `/${name}`}`, (c) => c.body(text, 200, headers));
    if (!isPage) continue;
    pages.get("/", (c) => {
      const isBrowser = c.req.header("accept")?.includes("text/html") ?? false;
      return isBrowser ? c.body(text, 200, headers) : c.text(WELCOME);
    });
  }
  return pages;
}

const WELCOME = `This is the bKash simulator. It is not bKash, and no money moves here.

API       /v1.2.0-beta/checkout/...
Script    /versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js
Frame     /checkout/2
Workbench /__simulator/ui
Control   /__simulator/health

${SIMULATOR_MARKER}
`;
