import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { emailSender } from "./send-email";
import { Undeliverable, type OutgoingMessage } from "./message-sender";
import { smsSender } from "./send-sms";

// Real servers on this machine: what leaves the shop is what arrives there.

const message: OutgoingMessage = {
  messageId: "<019ab000-0000-7000-8000-000000000001@shop.example>",
  topic: "order-paid",
  locale: "bn",
  to: { phone: "+8801712345678", email: "rahima@example.com" },
  subject: "অর্ডার S-10042-এর টাকা পেয়েছি",
  text: "হাট: ধন্যবাদ, অর্ডার S-10042-এর ৳১,২৫০ পেয়েছি। দেখুন: https://shop.example/x?token=a&locale=bn",
  says: "ধন্যবাদ, অর্ডার S-10042-এর ৳১,২৫০ পেয়েছি।",
  action: { see: "দেখুন", link: "https://shop.example/x?token=a&locale=bn" },
};

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
const soon = () => AbortSignal.timeout(10_000);

describe("e-mail", () => {
  interface Letter {
    from: string;
    to: string[];
    raw: string;
  }

  /** A mail server that takes letters from who knows the password, but none for `gone@`. */
  async function openMailServer() {
    const letters: Letter[] = [];
    const server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === "right" ? done(null, { user: username }) : done(new Error("wrong password")),
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith("gone@")
          ? done(Object.assign(new Error("No such mailbox"), { responseCode: 550 }))
          : done(),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          letters.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : "",
            to: envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString(),
          });
          done();
        });
      },
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const port = portOf(server.server);
    const sender = (password = "right") =>
      emailSender({
        url: `smtp://shop:${password}@127.0.0.1:${port}`,
        from: "Haat <orders@haat.example>",
      });
    const close = () => new Promise<void>((closed) => server.close(closed));
    return { letters, sender, close };
  }

  /** A part of a letter as its reader sees it. */
  const decoded = (raw: string, type: string) => {
    const part = raw.split(/\r\n--/).find((each) => each.includes(`Content-Type: ${type}`)) ?? "";
    const [head = "", ...body] = part.split("\r\n\r\n");
    const text = body.join("\r\n\r\n");
    if (/base64/.test(head)) return Buffer.from(text, "base64").toString();
    return Buffer.from(
      text
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      "latin1",
    ).toString();
  };

  test("a letter arrives with its Message-ID, in Bangla, as text and as HTML with the link on its button", async () => {
    const server = await openMailServer();
    await server.sender().send(message, soon());
    await server.close();
    const [letter] = server.letters;
    expect(letter).toMatchObject({ from: "orders@haat.example", to: ["rahima@example.com"] });
    const raw = letter?.raw ?? "";
    expect(raw).toContain(`Message-ID: ${message.messageId}`);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    for (const part of [decoded(raw, "text/plain"), decoded(raw, "text/html")]) {
      expect(part).toContain("৳১,২৫০");
      expect(part.replaceAll("&amp;", "&")).toContain(message.action?.link);
    }
    expect(decoded(raw, "text/html")).toMatch(/<html[^>]*lang="bn"/);
  });

  test("a mailbox that does not exist is told from a server that is away or a wrong password", async () => {
    const server = await openMailServer();
    const gone = { ...message, to: { ...message.to, email: "gone@example.com" } };
    await expect(server.sender().send(gone, soon())).rejects.toBeInstanceOf(Undeliverable);
    const wrong = await server
      .sender("wrong")
      .send(message, soon())
      .catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(Error);
    expect(wrong).not.toBeInstanceOf(Undeliverable);
    await server.close();
    const away = await server
      .sender()
      .send(message, soon())
      .catch((error: unknown) => error);
    expect(away).not.toBeInstanceOf(Undeliverable);
    expect(server.letters).toHaveLength(0);
  });

  test("what a shopper typed as an address never becomes a second one", async () => {
    const server = await openMailServer();
    const two = { ...message, to: { ...message.to, email: "a@example.com, b@example.com" } };
    await server
      .sender()
      .send(two, soon())
      .catch(() => undefined);
    await server.close();
    for (const { to } of server.letters) expect(to).toHaveLength(1);
  });
});

describe("SMS", () => {
  interface Call {
    body: Record<string, string>;
  }

  async function openGateway(answer: (call: Call) => { status: number; body: string }) {
    const calls: Call[] = [];
    const server: Server = createServer((request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const call = { body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string> };
        calls.push(call);
        const { status, body } = answer(call);
        response.writeHead(status, { "content-type": "application/json" }).end(body);
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const sender = smsSender({
      url: `http://127.0.0.1:${portOf(server)}/api/v3/send-sms`,
      token: "secret-token",
      senderId: "HAAT",
    });
    const close = () => new Promise<void>((closed) => void server.close(() => closed()));
    return { calls, sender, close };
  }

  test("the gateway is given number, sender and text, and the same short name at every try", async () => {
    const gateway = await openGateway(() => ({
      status: 200,
      body: `{"status":"SUCCESS","status_code":200}`,
    }));
    await gateway.sender.send(message, soon());
    await gateway.sender.send(message, soon());
    await gateway.close();
    const [first, second] = gateway.calls;
    expect(first?.body).toMatchObject({
      api_token: "secret-token",
      sid: "HAAT",
      msisdn: "8801712345678",
      sms: message.text,
    });
    expect(first?.body.csms_id).toMatch(/^[a-z0-9]{20}$/);
    expect(second?.body.csms_id).toBe(first?.body.csms_id);
  });

  test.each([
    ["a refusal that may pass", 200, `{"status":"FAILED","error_message":"Insufficient balance"}`, false],
    ["a wrong number", 200, `{"status":"FAILED","error_message":"Invalid MSISDN"}`, true],
    ["a gateway in trouble", 502, "<html>", false],
    ["an answer that nobody understands", 200, "OK", false],
  ])("%s is no success", async (_what, status, body, isForGood) => {
    const gateway = await openGateway(() => ({ status, body }));
    const error = await gateway.sender.send(message, soon()).catch((reason: unknown) => reason);
    await gateway.close();
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof Undeliverable).toBe(isForGood);
    expect(String(error)).not.toContain("secret-token");
  });
});
