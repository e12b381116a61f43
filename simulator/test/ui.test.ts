import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { openBkash } from "./open-bkash.ts";

test("browsers get the workbench at /, programs a few lines of text; both are marked", async (t) => {
  const { url } = await openBkash(t);
  const page = await fetch(url, { headers: { accept: "text/html,*/*" } });
  const text = await fetch(url);
  assert.match(page.headers.get("content-type") ?? "", /html/);
  assert.match(text.headers.get("content-type") ?? "", /plain/);
  for (const served of [await page.text(), await text.text()]) {
    assert.match(served, /BKASH_SIMULATOR_MARKER_5f1c/);
    assert.match(served, /not bKash/);
  }
});

test("every file of the workbench is served, marked, and loads nothing from elsewhere", async (t) => {
  const { url } = await openBkash(t);
  const names = readdirSync(new URL("../browser/ui", import.meta.url));
  for (const path of ["", ...names.filter((name) => name !== "index.html").map((name) => `/${name}`)]) {
    const answer = await fetch(`${url}/__simulator/ui${path}`);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    const text = await answer.text();
    assert.match(text, /BKASH_SIMULATOR_MARKER_5f1c/, path);
    assert.doesNotMatch(text.replaceAll("http://localhost:3000/webhook", ""), /https?:\/\//, path);
  }
});
