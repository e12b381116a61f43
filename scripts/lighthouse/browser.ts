import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { startService, waitUntilAnswers } from "../processes/services.mjs";
import { whenStopping } from "../processes/shutdown.mjs";
import { freePorts } from "../setup/ports.mjs";
import { ensureBrowser, launchOptions } from "../testing/browser.mjs";

/**
 * A browser that belongs to nobody: who shops with it lets go of it before Lighthouse measures, and cart and orders stay.
 * Returns the port that it is spoken to at.
 */
export async function startBrowser(): Promise<number> {
  const [port] = (await freePorts(1)) as [number];
  const { executablePath, args } = launchOptions((await ensureBrowser()) ?? "");
  const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
  whenStopping(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  startService({
    name: "lighthouse-browser",
    label: "browser",
    command: [
      executablePath ?? chromium.executablePath(),
      ...args,
      "--headless=new",
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    env: {},
  });
  await waitUntilAnswers(`http://127.0.0.1:${port}/json/version`, { label: "browser" });
  return port;
}
