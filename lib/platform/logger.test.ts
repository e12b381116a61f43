import pino from "pino";
import { logger, redact } from "./logger";

const JWT = "eyJraWQiOiJ0ZXN0In0.eyJhdWQiOiJ0ZXN0LWtleSJ9.c2lnbmF0dXJl-_0";
/** Five parts, as bKash's refresh token has. */
const JWE = "eyJjdHkiOiJKV1QifQ.ZW5jcnlwdGVk.aXY.Y2lwaGVydGV4dA.dGFn";
const NUMBERS = ["01712345678", "+8801712345678", "8801712345678", "008801712345678"];

/** What would be printed for these. */
function printed(log: (to: typeof logger) => void): string {
  const lines: string[] = [];
  const aside = { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } };
  const listening = Object.assign(logger.child({}, { level: "debug" }), aside);
  log(listening);
  return lines.join("");
}

test.each([
  ["id_token", "idToken", "ID_TOKEN", "id-token"],
  ["refresh_token", "refreshToken", "accessToken", "token"],
  ["authorization", "Authorization", "cookie", "set-cookie"],
  ["app_secret", "appSecret", "APP-SECRET", "BKASH_APP_SECRET"],
  ["app_key", "appKey", "X-APP-Key", "x-app-key"],
  ["password", "PASSWORD", "BKASH_PASSWORD", "passwordHash"],
  ["pin", "PIN", "customerPin", "pin_code"],
  ["otp", "OTP", "otpCode", "otp-value"],
  ["secret", "cronSecret", "NEXTAUTH_SECRET", "TOKEN_ENCRYPTION_KEY"],
])("a value is hidden whatever the case and spelling of its key: %s, %s, %s, %s", (...keys) => {
  for (const key of keys) {
    expect(redact({ [key]: "canary" })).toEqual({ [key]: "[secret]" });
    expect(redact({ [key]: 12121 })).toEqual({ [key]: "[secret]" });
    expect(JSON.stringify(redact({ headers: [{ [key]: { deep: "canary" } }] }))).not.toContain("canary");
  }
});

test.each([
  "orderNumber",
  "status",
  "trxId",
  "paymentId",
  "shopping",
  "mapping",
  "spinner",
  "code",
  "keyboard",
])("%s is no secret and can be read", (key) => {
  expect(redact({ [key]: "S-10001" })).toEqual({ [key]: "S-10001" });
});

test.each([JWT, JWE])("a token is hidden wherever it stands in a text", (token) => {
  for (const text of [token, `Bearer ${token}`, `{"x":"${token}"}`, `url?t=${token}&u=1`]) {
    const shown = String(redact(text));
    for (const part of token.split(".")) expect(shown).not.toContain(part);
  }
});

test.each(NUMBERS)(
  "of the mobile number %s three digits at each end can be read, anywhere in a text",
  (number) => {
    for (const text of [
      number,
      `tel:${number}`,
      `wallet ${number}.`,
      `{"n":"${number}"}`,
      `${number} ${number}`,
    ]) {
      const shown = String(redact(text));
      expect(shown).not.toMatch(/12345/);
      expect(shown).toMatch(/017•••••678/);
    }
  },
);

test("a mobile number is masked also as a number and as a key", () => {
  const shown = JSON.stringify(redact({ wallet: 8801712345678, seen: { "01712345678": true } }));
  expect(shown).not.toMatch(/12345/);
});

test("what only looks like a mobile number is left alone: a payment id, a receipt, an amount", () => {
  const ids = {
    paymentID: "CH0011yZHIWXa1733727103645",
    old: "A6VUWI21570812786836",
    trxID: "BL96ABC123",
    n: 150000,
  };
  expect(redact(ids)).toEqual(ids);
});

test("an error is told with name, message, stack and cause, all masked", () => {
  const error = new TypeError(`wallet 01712345678 and ${JWT}`, {
    cause: new Error("PIN for 01898765432", { cause: JWT }),
  });
  const shown = redact(error) as Record<string, unknown>;
  expect(shown).toMatchObject({ name: "TypeError", cause: { name: "Error" } });
  const text = JSON.stringify(shown);
  expect(text).toContain("logger.test.ts");
  expect(text).not.toMatch(/1712345678|1898765432|eyJraWQi/);
});

test("an object that holds itself is told without end", () => {
  const circle: Record<string, unknown> = { id_token: "canary", wallet: "01712345678" };
  circle.self = { again: [circle] };
  expect(JSON.stringify(redact(circle))).not.toMatch(/canary|12345/);
});

test("what is printed is masked: in the fields, in the message and in its arguments", () => {
  const text = printed((to) => {
    to.info({ id_token: "canary-1", nested: { wallet: "01712345678" } }, `paid by 01712345678 with ${JWT}`);
    to.warn("grant for %s gave %s", "01712345678", JWT);
    to.error(new Error(`01712345678 ${JWT}`));
    to.error({ error: new Error("outer", { cause: { password: "canary-2" } }) }, "failed");
    to.error({ err: new Error(`01712345678 ${JWT}`) });
    to.info({ headers: { Authorization: "canary-3", "X-APP-Key": "canary-4" } });
  });
  expect(text.trim().split("\n")).toHaveLength(6);
  expect(text).not.toMatch(/canary|12345|eyJraWQi/);
  expect(text).toContain("017•••••678");
});

test("a line is JSON with a time, a level in words and a message", () => {
  const line = JSON.parse(printed((to) => to.warn({ orderNumber: "S-10001" }, "look"))) as Record<
    string,
    unknown
  >;
  expect(line).toMatchObject({ level: "warn", orderNumber: "S-10001", msg: "look" });
  expect(Date.parse(String(line.time))).toBeGreaterThan(0);
});
