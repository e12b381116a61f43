import pino from "pino";
import { logLevel } from "./env";

/** Words that never leave the process: tokens, passwords, PINs, and mobile numbers in full. */
const SECRET_KEYS =
  /^(id_?token|refresh_?token|access_?token|authorization|app_?secret|app_?key|password|pin|otp|cookie|secret)$/i;
const JWT = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g;
const MSISDN = /(?<!\d)((?:\+?88)?01[3-9])\d{5}(\d{3})(?!\d)/g;

/** Masks secrets in anything that is about to be logged. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.replace(JWT, "[token]").replace(MSISDN, "$1•••••$2");
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
      key,
      SECRET_KEYS.test(key) ? "[secret]" : redact(item, depth + 1),
    ]),
  );
}

/** JSON lines on standard output, redacted. */
export const logger = pino({
  level: logLevel(),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
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
