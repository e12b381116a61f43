import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { root } from "../setup/project.mjs";
import { hostileRequest } from "./hostile-request.mjs";
import { complaintAbout } from "./judge.mjs";
import { readOptions } from "./options.mjs";
import { randomFrom } from "./random.mjs";
import { findTargets } from "./targets.mjs";

const requestsOf = (seed, target, count) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const { method, path, headers, body } = hostileRequest(random, target);
    return { method, path, headers, body: body?.toString("base64").slice(0, 200) };
  });
};

test("every route of the API is sent to, by every method that it has", () => {
  const targets = findTargets();
  assert.ok(
    targets.filter(({ path }) => path.startsWith("/api/")).length ===
      globSync("app/api/**/route.ts", { cwd: root }).length,
  );
  for (const { path, methods } of targets) assert.ok(methods.length > 0, path);
});

test("the same seed sends the same requests, another seed others", () => {
  const target = findTargets().find(({ path }) => path === "/api/payments/{provider}/create");
  assert.deepEqual(requestsOf(7, target, 200), requestsOf(7, target, 200));
  assert.notDeepEqual(requestsOf(7, target, 200), requestsOf(8, target, 200));
});

test("what is sent is malformed in all the ways that are promised", () => {
  const target = findTargets().find(({ path }) => path === "/api/orders");
  const random = randomFrom(1);
  const sent = Array.from({ length: 10_000 }, () => hostileRequest(random, target));
  const some = (is) => sent.some((request) => is(request));
  const bytes = (is) => some(({ body }) => body !== undefined && is(body));
  assert.ok(
    bytes((body) => body.length > 3 * 1024 * 1024),
    "3 MB",
  );
  assert.ok(
    bytes((body) => body.subarray(0, 50_000).every((byte) => byte === 0x5b) && body.length >= 100_000),
    "50,000 deep",
  );
  assert.ok(
    bytes((body) => body.includes("1e999")),
    "1e999",
  );
  assert.ok(
    bytes((body) => body.includes('"__proto__"')),
    "__proto__",
  );
  assert.ok(
    bytes((body) => body.includes(0)),
    "NUL",
  );
  assert.ok(
    bytes((body) => body.length < 5_000 && !body.equals(Buffer.from(body.toString("utf8")))),
    "no UTF-8",
  );
  assert.ok(
    bytes((body) => body.toString().split('"lines":').length === 3),
    "a field twice",
  );
  for (const method of ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])
    assert.ok(some((each) => each.method === method));
  assert.ok(some(({ headers }) => headers["content-type"] === "text/plain"));
});

test("an answer of the server's fault, or one that tells of the inside or a secret, is complained about", () => {
  const about = (answer) =>
    complaintAbout({ status: 200, headers: "{}", text: "", ...answer }, ["canary-secret"]);
  assert.equal(about({ status: 400, text: '{"error":{"code":"INVALID_REQUEST"}}' }), null);
  assert.match(about({ status: 500 }), /500/);
  for (const text of [
    "TypeError: x",
    "at handler (/srv/shop/lib/a.js:1:1)",
    "PrismaClientKnownRequestError",
    "P2002",
    "connect ECONNREFUSED",
  ])
    assert.match(about({ status: 400, text }), /inside/, text);
  assert.match(about({ headers: '{"x":"canary-secret"}' }), /secret/);
});

test("a count that is none is not taken for one", () => {
  assert.deepEqual(readOptions(["--requests", "5", "--seed", "9"]), { requests: 5, seed: 9, only: "" });
  assert.equal(readOptions([]).requests, 10_000);
  assert.throws(() => readOptions(["--requests", "many"]), /many/);
  assert.throws(() => readOptions(["--what"]), /what/);
});
