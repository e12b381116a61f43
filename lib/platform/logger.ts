import pino from "pino";
import { logLevel } from "./env";
import { currentReference } from "./reference";

/** Words that never leave the process: tokens, passwords, PINs, and mobile numbers in full. */
const SECRET_KEYS =
  /(^|_)((id|refresh|access)?token|authorization|(app)?secret|app_?key|password|pin|otp|cookie)(_|$)/;
/** Three parts, or the five of an encrypted one, as bKash's refresh token is. */
const JWT = /\beyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g;
const MSISDN = /(?<!\d)((?:\+?88|0088)?01[3-9])\d\d[ -]?\d{3}(\d{3})(?!\d)/g;

/** `X-APP-Key`, `appSecret` and `BKASH_APP_SECRET` are spelled in one way before they are looked at. */
const isSecretKey = (key: string): boolean =>
  SECRET_KEYS.test(
    key
      .replace(/([a-z\d])(?=[A-Z])/g, "$1_")
      .replace(/[^A-Za-z\d]+/g, "_")
      .toLowerCase(),
  );

const mask = (text: string): string => text.replace(JWT, "[token]").replace(MSISDN, "$1•••••$2");

/** Masks secrets in anything that is about to be logged. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return mask(value);
  if (typeof value === "number") return Number(mask(String(value))) === value ? value : mask(String(value));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth > 6) return "[deep]";
  if (value instanceof Error)
    return {
      name: value.name,
      message: redact(value.message),
      stack: redact(value.stack),
      cause: redact(value.cause, depth + 1),
    };
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      mask(key),
      isSecretKey(key) ? "[secret]" : redact(item, depth + 1),
    ]),
  );
}

/** JSON lines on standard output, redacted, each with the reference of the request or job that it belongs to. */
export const logger = pino({
  level: logLevel(),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => ({ ...currentReference() }),
  formatters: {
    level: (label) => ({ level: label }),
    log: (fields) => redact(fields) as Record<string, unknown>,
  },
  hooks: {
    logMethod(args, method) {
      const [first, ...rest] = args;
      method.apply(this, [redact(first), ...rest.map((item) => redact(item))] as Parameters<typeof method>);
    },
  },
});
