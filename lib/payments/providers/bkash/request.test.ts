import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { callJson, type HttpAnswer, type HttpCall } from "./request";

interface Asked {
  method: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Runs a server that answers in one way, calls it, and tells what came back and what the server was asked. */
async function callServer(
  reply: (response: ServerResponse, socket: Socket, n: number) => void,
  call: Partial<HttpCall> = {},
  times = 1,
): Promise<{ answer: HttpAnswer; asked: Asked[]; milliseconds: number }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push({
        method: request.method,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      reply(response, request.socket, asked.length);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/query/A`;
  try {
    let answer: HttpAnswer = { kind: "none", cause: "not called" };
    const start = performance.now();
    for (let n = 0; n < times; n++) answer = await callJson({ method: "GET", url, headers: {}, ...call });
    return { answer, asked, milliseconds: performance.now() - start };
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

test("JSON comes back with its status, also when that says that something failed", async () => {
  for (const status of [200, 401, 504]) {
    const { answer } = await callServer(json({ message: "x" }, status));
    expect(answer).toEqual({ kind: "json", status, body: { message: "x" } });
  }
});

test("JSON is read whatever the server calls it", async () => {
  const { answer } = await callServer((response) =>
    response.setHeader("content-type", "text/html").end("[1]"),
  );
  expect(answer).toEqual({ kind: "json", status: 200, body: [1] });
});

test("a GET carries Content-Type, without which bKash answers 400, and no body", async () => {
  const { asked } = await callServer(json({}), { headers: { authorization: "token-1" } });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ method: "GET", body: "" });
  expect(asked[0]?.headers).toMatchObject({
    "content-type": "application/json",
    accept: "application/json",
    authorization: "token-1",
  });
});

test("a POST carries its body as JSON", async () => {
  const { asked } = await callServer(json({}), { method: "POST", body: { amount: "1500.00" } });
  expect(asked[0]).toMatchObject({ method: "POST", body: '{"amount":"1500.00"}' });
});

test.each(["", "<html>Bad Gateway</html>", '{"paymentID": "A', "undefined", "NaN"])(
  "%p is no answer, and the cause names the status",
  async (text) => {
    const { answer } = await callServer((response) => response.writeHead(502).end(text));
    expect(answer).toEqual({ kind: "none", cause: "HTTP 502 without JSON" });
  },
);

test("the cause tells nothing of a body that could not be read: it may hold a token", async () => {
  const { answer } = await callServer((response) => response.end("eyJhbGciOiJSUzI1NiJ9 is not JSON"));
  expect(JSON.stringify(answer)).not.toContain("eyJ");
});

test("64 KiB are read, one byte more is not", async () => {
  const padded = (size: number) => `"${"x".repeat(size - 2)}"`;
  const whole = await callServer((response) => response.end(padded(64 * 1024)));
  expect(whole.answer).toMatchObject({ kind: "json", status: 200 });
  const larger = await callServer((response) => response.end(padded(64 * 1024 + 1)));
  expect(larger.answer).toEqual({ kind: "none", cause: "HTTP 200 with more than 65536 bytes" });
});

test("a body without end is cut off at the limit, not read to the deadline", async () => {
  const { answer, milliseconds } = await callServer((response) => {
    const chunk = "x".repeat(16 * 1024);
    const pour = (): unknown =>
      response.writableEnded || response.destroyed ? 0 : response.write(chunk, pour);
    pour();
  });
  expect(answer).toMatchObject({ kind: "none", cause: expect.stringContaining("65536") as string });
  expect(milliseconds).toBeLessThan(20_000);
});

test("the deadline covers a server that never answers", async () => {
  const { answer, asked } = await callServer(() => undefined, { deadlineMs: 300 });
  expect(answer).toMatchObject({ kind: "none", cause: expect.stringMatching(/Timeout/) as string });
  expect(asked).toHaveLength(1);
});

test("the deadline covers a body that comes drop by drop", async () => {
  const { answer, milliseconds } = await callServer(
    (response, socket) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 20);
      socket.once("close", () => clearInterval(drip));
    },
    { deadlineMs: 400 },
  );
  expect(answer).toMatchObject({ kind: "none", cause: expect.stringMatching(/Timeout/) as string });
  expect(milliseconds).toBeGreaterThanOrEqual(390);
  expect(milliseconds).toBeLessThan(10_000);
});

test.each(["GET", "POST"] as const)(
  "a %s whose connection breaks is not sent a second time",
  async (method) => {
    const { answer, asked } = await callServer((_response, socket) => socket.resetAndDestroy(), { method });
    expect(answer.kind).toBe("none");
    expect(asked).toHaveLength(1);
  },
);

test.each(["GET", "POST"] as const)(
  "a %s on a connection that has served before is not sent again when it breaks",
  async (method) => {
    const reply = (response: ServerResponse, socket: Socket, n: number) =>
      n === 1 ? json({ fine: true })(response) : socket.resetAndDestroy();
    const { answer, asked } = await callServer(reply, { method }, 2);
    expect(answer.kind).toBe("none");
    expect(asked).toHaveLength(2);
  },
);

test("a body that breaks off in the middle is no answer, and is not asked for again", async () => {
  const { answer, asked } = await callServer((response, socket) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"paymentID":', () => socket.resetAndDestroy());
  });
  expect(answer.kind).toBe("none");
  expect(asked).toHaveLength(1);
});

test("a redirect is not followed: the token goes to nobody else", async () => {
  const { answer, asked } = await callServer((response) =>
    response.writeHead(307, { location: "/elsewhere", "content-type": "application/json" }).end("{}"),
  );
  expect(answer).toEqual({ kind: "json", status: 307, body: {} });
  expect(asked).toHaveLength(1);
});

test("503 with Retry-After is told, not repeated", async () => {
  const { answer, asked } = await callServer((response) =>
    response.writeHead(503, { "retry-after": "0" }).end('{"message":"busy"}'),
  );
  expect(answer).toMatchObject({ kind: "json", status: 503 });
  expect(asked).toHaveLength(1);
});

test("an address that nobody listens at is told, not thrown", async () => {
  const answer = await callJson({ method: "GET", url: "http://127.0.0.1:1/", headers: {}, deadlineMs: 5000 });
  expect(answer).toMatchObject({ kind: "none", cause: expect.stringContaining("ECONNREFUSED") as string });
});

test("a header that cannot be sent is told, not thrown", async () => {
  const { answer, asked } = await callServer(json({}), { headers: { authorization: "two\r\nlines" } });
  expect(answer.kind).toBe("none");
  expect(asked).toHaveLength(0);
});

test("200 calls that hang keep no other call waiting", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/answers") json({ ok: true })(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = (path: string, deadlineMs: number) =>
    callJson({ method: "GET", url: `${origin}${path}`, headers: {}, deadlineMs });
  try {
    const hanging = Array.from({ length: 200 }, () => call("/hangs", 4_000));
    const answer = await call("/answers", 3_500);
    expect(answer).toEqual({ kind: "json", status: 200, body: { ok: true } });
    for (const { kind } of await Promise.all(hanging)) expect(kind).toBe("none");
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}, 15_000);
