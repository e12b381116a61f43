import { readFileSync, readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The smallest shop that keeps bKash's contract: jQuery, a button, the script, and two calls from its own server. */
export class TinyMerchant {
  private readonly simulator = process.env.SIMULATOR_URL ?? "http://localhost:4210";
  private server: Server | undefined;
  private token = "";
  readonly executed: string[] = [];
  paymentIDs: string[] = [];

  async open(): Promise<void> {
    this.server = createServer(async (request, response) => {
      const [type, text] = await this.answer(request).catch((error: Error) => ["text/plain", error.stack]);
      response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(text);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, "localhost", resolve));
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  /** @param options lang, auto: for the window. without=onClose, init=twice, amount=…: habits of careless shops. */
  url(options: Record<string, string> = {}): string {
    const { port } = this.server?.address() as AddressInfo;
    return `http://localhost:${port}/?${new URLSearchParams({ lang: "en", ...options })}`;
  }

  private async answer(request: IncomingMessage): Promise<[type: string, text: string | undefined]> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/jquery.js") return ["text/javascript", jquery()];
    if (pathname === "/create") {
      const created = await this.call("payment/create", await bodyOf(request));
      this.paymentIDs.push(String((created as { paymentID?: string }).paymentID));
      return ["application/json", JSON.stringify(created)];
    }
    if (pathname.startsWith("/execute/")) {
      this.executed.push(pathname.slice("/execute/".length));
      return ["application/json", JSON.stringify(await this.call(`payment${pathname}`))];
    }
    if (pathname === "/") return ["text/html", page(this.simulator, searchParams)];
    return ["text/plain", ""];
  }

  async call(path: string, body = ""): Promise<object> {
    const credentials = (await (await fetch(`${this.simulator}/__simulator/credentials`)).json()) as Record<
      string,
      string
    >;
    const { username = "", password = "", appKey = "", appSecret = "" } = credentials;
    const send = async (to: string, headers: Record<string, string>, text: string) =>
      (await (
        await fetch(`${this.simulator}/v1.2.0-beta/checkout/${to}`, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: text,
        })
      ).json()) as Record<string, string>;
    const keys = JSON.stringify({ app_key: appKey, app_secret: appSecret });
    this.token ||= (await send("token/grant", { username, password }, keys)).id_token ?? "";
    return send(path, { authorization: this.token, "x-app-key": appKey }, body);
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
};

const VENDOR = "public/vendor";
const jquery = () =>
  readFileSync(`${VENDOR}/${readdirSync(VENDOR).find((name) => name.startsWith("jquery-"))}`, "utf8");

function page(simulator: string, options: URLSearchParams): string {
  const script = `${simulator}/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js?${options}`;
  return `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tiny merchant</title></head><body><main><h1>Tiny merchant</h1>
<button id="bKash_button">Pay</button><p id="result" role="status"></p></main>
<script src="/jquery.js"></script><script src="${script.replaceAll("&", "&amp;")}"></script>
<script>
  const options = new URLSearchParams(location.search);
  const asked = { amount: "85.50", intent: "sale", currency: "BDT", merchantInvoiceNumber: "TINY-1" };
  const post = (path, body) => fetch(path, { method: "POST", body }).then((answer) => answer.json());
  const show = (text) => (document.getElementById("result").textContent += text + " ");
  let paymentID;
  const config = {
    paymentMode: "checkout",
    paymentRequest: asked,
    createRequest: async (request) => {
      show("create");
      const data = await post("/create", JSON.stringify(request));
      paymentID = data.paymentID;
      if (options.has("shown")) asked.amount = options.get("shown");
      bKash.create().onSuccess(data);
    },
    executeRequestOnAuthorization: async () => {
      show("execute");
      const data = await post("/execute/" + paymentID);
      if (data.trxID) { document.getElementById("bKashFrameWrapper").hidden = true; show("paid"); }
      else { bKash.execute().onError(); show("refused " + data.errorCode); }
    },
    onClose: () => show("closed"),
  };
  if (options.get("without") === "onClose") delete config.onClose;
  bKash.init(config);
  if (options.get("init") === "twice") bKash.init(config);
</script></body></html>`;
}
