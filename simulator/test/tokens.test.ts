import assert from "node:assert/strict";
import { test } from "node:test";
import { openBkash } from "./open-bkash.ts";

test("a grant gives a Bearer token for 3600 s and a refresh token, both too long for a small column", async (t) => {
  const bkash = await openBkash(t);
  const { status, body } = await bkash.askToken("grant");
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body), ["token_type", "id_token", "expires_in", "refresh_token"]);
  assert.equal(body["token_type"], "Bearer");
  assert.equal(body["expires_in"], 3600);
  assert.ok(String(body["id_token"]).length > 800);
  assert.equal(String(body["id_token"]).split(".").length, 3);
  assert.equal(String(body["refresh_token"]).split(".").length, 5);
});

test("expires_in can be text, as some documents say", async (t) => {
  const bkash = await openBkash(t, { expiresInAs: "string" });
  assert.equal((await bkash.askToken("grant")).body["expires_in"], "3600");
});

test("a wrong password, app key or secret is refused in HTTP 200 with status fail, or in 401 when switched", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  for (const answer of [
    await bkash.askToken("grant", {}, { password: "wrong" }),
    await bkash.askToken("grant", { app_key: "wrong" }),
    await bkash.askToken("grant", { app_secret: "wrong" }),
  ]) {
    assert.equal(answer.status, 200);
    assert.equal(answer.body["status"], "fail");
    assert.equal(typeof answer.body["msg"], "string");
    assert.equal(answer.body["id_token"], undefined);
  }
  await bkash.control("PATCH", "settings", { grantFailureStatus: 401 });
  assert.equal((await bkash.askToken("grant", {}, { username: "wrong" })).status, 401);
});

test("a refresh gives a new id token and keeps the refresh token, unless switched", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  const first = (await bkash.askToken("grant")).body;
  const second = (await bkash.askToken("refresh", { refresh_token: first["refresh_token"] })).body;
  assert.notEqual(second["id_token"], first["id_token"]);
  assert.equal(second["refresh_token"], first["refresh_token"]);
  await bkash.control("PATCH", "settings", { refreshTokenRotates: true });
  const third = (await bkash.askToken("refresh", { refresh_token: first["refresh_token"] })).body;
  assert.notEqual(third["refresh_token"], first["refresh_token"]);
});

test("a forged or 28 days old refresh token is refused", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  const refreshToken = String((await bkash.askToken("grant")).body["refresh_token"]);
  const forged = `${refreshToken.slice(0, -3)}AAA`;
  assert.equal((await bkash.askToken("refresh", { refresh_token: forged })).body["status"], "fail");
  await bkash.control("POST", "clock", { advanceSeconds: 28 * 86_400 - 60 });
  assert.ok((await bkash.askToken("refresh", { refresh_token: refreshToken })).body["id_token"]);
  await bkash.control("POST", "clock", { advanceSeconds: 120 });
  assert.equal((await bkash.askToken("refresh", { refresh_token: refreshToken })).body["status"], "fail");
});

test("the third token call in an hour is refused and blocks for one hour, grant and refresh together", async (t) => {
  const bkash = await openBkash(t);
  const { body } = await bkash.askToken("grant");
  const refresh = { refresh_token: body["refresh_token"] };
  assert.ok((await bkash.askToken("refresh", refresh)).body["id_token"]);
  assert.equal((await bkash.askToken("grant")).body["status"], "fail");
  await bkash.control("POST", "clock", { advanceSeconds: 3590 });
  assert.equal((await bkash.askToken("refresh", refresh)).body["status"], "fail");
  await bkash.control("POST", "clock", { advanceSeconds: 20 });
  assert.ok((await bkash.askToken("grant")).body["id_token"]);
});

test("two token calls an hour never block, for a whole day", async (t) => {
  const bkash = await openBkash(t);
  for (let halfHour = 0; halfHour < 48; halfHour += 1) {
    assert.ok((await bkash.askToken("grant")).body["id_token"], `half hour ${halfHour}`);
    await bkash.control("POST", "clock", { advanceSeconds: 1801 });
  }
});

test("grant and refresh can be counted separately", async (t) => {
  const bkash = await openBkash(t, { tokenCallsCounted: "separately" });
  const { body } = await bkash.askToken("grant");
  await bkash.askToken("grant");
  assert.ok((await bkash.askToken("refresh", { refresh_token: body["refresh_token"] })).body["id_token"]);
  assert.equal((await bkash.askToken("grant")).body["status"], "fail");
});

test("payment calls take the raw token and the Bearer form; strict mode takes the raw one only", async (t) => {
  const bkash = await openBkash(t);
  const token = await bkash.token();
  const bearer = { authorization: `Bearer ${token}` };
  assert.equal((await bkash.call("POST", "create", {}, bearer)).body["errorCode"], "2006");
  await bkash.control("PATCH", "settings", { tokenPrefix: "raw-only" });
  assert.equal((await bkash.call("POST", "create", {}, bearer)).status, 401);
  assert.equal((await bkash.call("POST", "create", {})).body["errorCode"], "2006");
});

test("an absent or forged token is 401 Unauthorized, an old one says that it has expired", async (t) => {
  const bkash = await openBkash(t);
  const token = await bkash.token();
  for (const authorization of ["", "nonsense", `${token.slice(0, -4)}AAAA`]) {
    const answer = await bkash.call("POST", "create", {}, { authorization });
    assert.equal(answer.status, 401);
    assert.deepEqual(answer.body, { message: "Unauthorized" });
  }
  await bkash.control("POST", "clock", { advanceSeconds: 3590 });
  assert.equal((await bkash.create()).status, 200);
  await bkash.control("POST", "clock", { advanceSeconds: 11 });
  const late = await bkash.create();
  assert.equal(late.status, 401);
  assert.deepEqual(late.body, { message: "The incoming token has expired" });
});

test("a wrong X-APP-Key is 2001 in HTTP 200, or 401 when switched", async (t) => {
  const bkash = await openBkash(t);
  const wrong = { "x-app-key": "wrong" };
  assert.deepEqual((await bkash.call("POST", "create", {}, wrong)).body, {
    errorCode: "2001",
    errorMessage: "Invalid App Key",
  });
  await bkash.control("PATCH", "settings", { wrongAppKey: "401" });
  assert.equal((await bkash.call("POST", "create", {}, wrong)).status, 401);
});

test("a restarted simulator still knows the token that a shop has stored", async (t) => {
  const before = await openBkash(t);
  const after = await openBkash(t, { keepTokens: true });
  const answer = await after.call("POST", "create", {}, { authorization: await before.token() });
  assert.equal(answer.status, 200);
});

test("revoked tokens are refused, tokens asked for afterwards are good at once", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  await bkash.token();
  await bkash.control("POST", "tokens/revoke");
  assert.equal((await bkash.create()).status, 401);
  const authorization = String((await bkash.askToken("grant")).body["id_token"]);
  assert.equal((await bkash.call("POST", "create", {}, { authorization })).status, 200);
});
