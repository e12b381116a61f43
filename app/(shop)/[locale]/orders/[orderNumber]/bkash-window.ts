/**
 * Drives bKash's own browser script (Checkout iFrame, 1.2.0-beta). It wants jQuery as the global `$`, a `#bKash_button` in
 * the page, and to be set up once: a second `init` would create two payments a click. It moves and adds elements beside
 * its button, so button and window live in a corner of the page that React never touches.
 */

/** What one visit to the window does. Set anew for each click. */
export interface BkashVisit {
  /** Opens the payment at the shop; resolves with the wallet's answer, or null when it could not be opened. */
  create: () => Promise<Record<string, unknown> | null>;
  /** The shopper has authorised the payment. Called once. */
  execute: () => void;
  /** The shopper closed the window. */
  closed: () => void;
  /** The window did not show up. */
  failed: () => void;
}

interface PaymentRequest {
  amount: string;
  intent: "sale";
}

interface BkashScript {
  init(config: {
    paymentMode: "checkout";
    paymentRequest: PaymentRequest;
    createRequest: (request: PaymentRequest) => void;
    executeRequestOnAuthorization: () => void;
    onClose: () => void;
  }): void;
  create(): { onSuccess(data: Record<string, unknown>): void; onError(): void };
  execute(): { onError(): void };
}

/** The script declares it with `const`, so it is a bare name and never a property of window. */
declare const bKash: BkashScript;

let visit: BkashVisit | undefined;
let hasExecuted = false;
/** The script loads its page beforehand; without a network it got the browser's own page about that instead. */
let isFrameStale = false;
let setUp: Promise<void> | undefined;

/** Loads jQuery and bKash's script and sets the script up, once a page. After a failure the next call tries again. */
export function prepareBkash(urls: { jquery: string; script: string }): Promise<void> {
  setUp ??= (async () => {
    await loadScript(urls.jquery);
    await loadScript(urls.script);
    addButton();
    bKash.init({
      paymentMode: "checkout",
      paymentRequest: { amount: "", intent: "sale" },
      createRequest: (request) => void create(request),
      executeRequestOnAuthorization: execute,
      onClose: () => visit?.closed(),
    });
    window.addEventListener("offline", () => (isFrameStale = true));
  })().catch((error: unknown) => {
    setUp = undefined;
    throw error;
  });
  return setUp;
}

/** Opens the window for this visit. `prepareBkash` must have resolved. */
export function openBkash(next: BkashVisit): void {
  visit = next;
  hasExecuted = false;
  // What the script does after an error: away with the frame, and a new one.
  if (isFrameStale) bKash.create().onError();
  isFrameStale = !navigator.onLine;
  document.getElementById("bKash_button")?.click();
}

/** Takes the window away. The script does this by itself only when the shopper closes it. */
export const closeBkash = (): void => bKash.execute().onError();

async function create(request: PaymentRequest): Promise<void> {
  const opened = await visit?.create();
  if (!opened) {
    isFrameStale = true;
    return bKash.create().onError();
  }
  // The script shows the amount of its own request, not the one that bKash will take. Make them the same.
  request.amount = String(opened.amount);
  bKash.create().onSuccess(opened);
  nameTheWindow();
  setTimeout(giveUpUnlessShown, WINDOW_PATIENCE_MS, visit);
}

/** A slow phone on a slow line needs this long for bKash's page. */
const WINDOW_PATIENCE_MS = 25_000;

/** The script would wait for ever, with a layer over the whole page that nobody sees. */
function giveUpUnlessShown(opened: BkashVisit): void {
  if (visit !== opened || hasExecuted) return;
  const frame = document.querySelector<HTMLIFrameElement>("#bKashFrameWrapper iframe");
  const layer = document.getElementById("bKashFrameWrapper");
  const isWaiting = layer?.style.position === "fixed" && frame?.style.display !== "block";
  if (!isWaiting) return;
  bKash.create().onError();
  opened.failed();
}

/** The script may announce the same authorisation twice. */
function execute(): void {
  if (hasExecuted) return;
  hasExecuted = true;
  visit?.execute();
}

function addButton(): void {
  const corner = document.createElement("div");
  corner.id = "bkash-corner";
  const button = document.createElement("button");
  button.id = "bKash_button";
  button.type = "button";
  button.hidden = true;
  corner.append(button);
  document.body.append(corner);
}

/** The script gives its frame no name; a screen reader needs one, and the keyboard belongs inside. */
function nameTheWindow(): void {
  const frame = document.querySelector<HTMLIFrameElement>("#bKashFrameWrapper iframe");
  if (!frame) return;
  frame.title = "bKash";
  frame.focus();
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} did not load`));
    };
    document.head.append(script);
  });
}
