import { z } from "zod";

/** The only reader of process.env. Everything the shop needs to know about where it runs is checked here, all at once. */

/** Set by next.config.mjs while it builds. In tests and scripts nobody has defined it. */
declare const __FAILPOINTS__: boolean | undefined;
const hasFailpoints = (): boolean => typeof __FAILPOINTS__ !== "undefined" && __FAILPOINTS__;

const secret = (what: string) => z.string().min(32, `${what} needs at least 32 characters`);

const TOPICS = /^arn:aws:sns:[a-z\d-]+:\d{12}:[\w-]+([\s,]+arn:aws:sns:[a-z\d-]+:\d{12}:[\w-]+)*$/;

const environment = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
    /** Connections per process. */
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
    APP_URL: z.url({
      protocol: /^https?$/,
      error: "must be the shop's own address, for example https://shop.example",
    }),
    NEXTAUTH_SECRET: secret("NEXTAUTH_SECRET"),
    TOKEN_ENCRYPTION_KEY: z
      .string()
      .refine((key) => Buffer.from(key, "base64url").length === 32, "must be 32 random bytes, base64url"),
    CRON_SECRET: secret("CRON_SECRET"),
    /** Whoever has it may read /api/metrics. Without one nobody may. */
    METRICS_TOKEN: secret("METRICS_TOKEN").optional(),
    BKASH_MODE: z.enum(["simulator", "sandbox", "live"]),
    /** `sale` takes the money when the shopper pays; `authorization` sets it aside until the merchant captures it. */
    BKASH_INTENT: z.enum(["sale", "authorization"]).default("sale"),
    BKASH_APP_KEY: z.string().min(1),
    BKASH_APP_SECRET: z.string().min(1),
    BKASH_USERNAME: z.string().min(1),
    BKASH_PASSWORD: z.string().min(1),
    /** How often bKash lets this merchant give back money of one payment. */
    BKASH_REFUND_PROFILE: z.enum(["once", "up-to-10"]).default("once"),
    /** Money that came twice, or too late for its goods, goes back without a click. */
    AUTO_REFUND_DUPLICATES: z.enum(["0", "1"]).default("1"),
    SIMULATOR_PORT: z.coerce.number().int().min(1).max(65535).default(4010),
    /** How long the shopper waits before a new payment is offered after a lost answer. 0 is bKash's literal rule. */
    SETTLE_WINDOW_SECONDS: z.coerce.number().int().min(0).max(3600).default(120),
    /** The SNS topics that bKash's messages come from, separated by commas. Without one no message is taken. */
    BKASH_WEBHOOK_TOPIC_ARN: z
      .string()
      .regex(TOPICS, "must be arn:aws:sns:<region>:<account>:<name>, several separated by commas")
      .transform((list) => list.split(/[\s,]+/))
      .default([]),
    /** The shop's account at bKash, as its messages write it. Messages about another account are set aside. */
    BKASH_SHORT_CODE: z
      .string()
      .regex(/^\d{3,20}$/, "must be digits")
      .optional(),
    /** How much one session, and one address, may begin within an hour. 0 is no limit. Mobile carriers share addresses. */
    ORDERS_PER_SESSION: z.coerce.number().int().min(0).default(20),
    ORDERS_PER_ADDRESS: z.coerce.number().int().min(0).default(120),
    PAYMENTS_PER_SESSION: z.coerce.number().int().min(0).default(10),
    PAYMENTS_PER_ADDRESS: z.coerce.number().int().min(0).default(120),
    /** How often one session may ask where an order stands, in the long run. 0 is no limit. */
    QUESTIONS_PER_SECOND: z.coerce.number().min(0).default(1),
    /** The header in which the merchant's own proxy writes the visitor's address, whatever the visitor sent. */
    TRUSTED_PROXY_HEADER: z
      .string()
      .regex(/^[a-z\d-]+$/i, "must be a header's name, such as X-Real-IP")
      .optional(),
    /** When an order may be paid in cash on delivery: while bKash cannot be paid with, always, or never. */
    CASH_ON_DELIVERY: z.enum(["outage", "always", "never"]).default("outage"),
    /** Where e-mail goes out, and in whose name. Without both none is sent. */
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be smtps://user:password@host:465" }).optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>@\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/, "must be an address, or Name <address>")
      .optional(),
    /** Where SMS go out: lib/notifications/send-sms.ts. Without all three none is sent. */
    SMS_GATEWAY_URL: z
      .url({ protocol: /^https?$/, error: "must be the gateway's https:// address" })
      .refine(
        (url) => url.startsWith("https:") || /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url),
        "must begin with https://: it carries a token and phone numbers",
      )
      .optional(),
    SMS_GATEWAY_TOKEN: z.string().min(8).optional(),
    SMS_SENDER_ID: z.string().min(3).max(20).optional(),
    /** Says in so many words that a shop on a public address takes simulated money and ships nothing. */
    DEMO_STORE: z.enum(["0", "1"]).default("0"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** Where this process is to die, how, and at which pass: lib/platform/failpoint.ts. */
    FAILPOINT: z
      .string()
      .regex(/^[a-z-]+:[a-z-]+:(kill|throw|hang)(:[1-9]\d*)?$/, "must be room:place:kill|throw|hang[:nth]")
      .transform((text) => {
        const [room, place, action, nth = "1"] = text.split(":");
        return { name: `${room}:${place}`, action: action as "kill" | "throw" | "hang", nth: Number(nth) };
      })
      .optional(),
  })
  .superRefine((env, context) => {
    if (env.FAILPOINT && !hasFailpoints())
      context.addIssue({
        code: "custom",
        path: ["FAILPOINT"],
        message: "is for the build of `npm run kill`: this one has no places to die at",
      });
    for (const together of [
      ["SMTP_URL", "MAIL_FROM"],
      ["SMS_GATEWAY_URL", "SMS_GATEWAY_TOKEN", "SMS_SENDER_ID"],
    ] as const)
      for (const name of together)
        if (!env[name] && together.some((other) => env[other]))
          context.addIssue({
            code: "custom",
            path: [name],
            message: `is needed with ${together.filter((other) => other !== name).join(" and ")}`,
          });
    if (env.BKASH_MODE === "live" && env.APP_URL.startsWith("http:"))
      context.addIssue({
        code: "custom",
        path: ["APP_URL"],
        message: "must begin with https:// where real money is taken",
      });
    if (env.BKASH_MODE !== "simulator" || env.DEMO_STORE === "1" || !URL.canParse(env.APP_URL)) return;
    const host = new URL(env.APP_URL).hostname;
    if (host === "localhost" || host === "127.0.0.1" || host === "[::1]") return;
    context.addIssue({
      code: "custom",
      path: ["BKASH_MODE"],
      message:
        "simulator takes no real money, so it starts on localhost only. Set BKASH_MODE=live, or DEMO_STORE=1 for a shop that ships nothing",
    });
  });

export type Environment = z.infer<typeof environment>;

/** Thrown with every wrong setting in one message. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Checks a set of variables. Throws EnvironmentError that lists all that is wrong. */
export function readEnvironment(from: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${given[name] === undefined ? "is missing" : issue.message}`;
  });
  throw new EnvironmentError(`The shop cannot start with these settings:\n${[...new Set(lines)].join("\n")}`);
}

let checked: Environment | undefined;

/** The settings of this process, checked at the first use. */
export const env = (): Environment => (checked ??= readEnvironment(process.env));

/** What the database needs, apart from the rest: seeding and building want no other setting. Throws when it is missing. */
export function databaseSettings() {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString)
    throw new EnvironmentError("DATABASE_URL is missing: set it to a postgresql:// address");
  return {
    connectionString,
    max: Number(process.env.DATABASE_POOL || 10),
    keepAlive: true,
    // A database that accepts and then says nothing must not hold a shopper's request for ever.
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
  };
}

/** The shop's own address, without a slash at the end. Readable at build time. */
export const appUrl = (): URL => new URL(process.env.APP_URL || "http://localhost:3000");

export const isDevelopment = (): boolean => process.env.NODE_ENV === "development";

/** Where the simulator listens, when there is one. */
export const simulatorPort = (): number => Number(process.env.SIMULATOR_PORT ?? 4010);

export const logLevel = (): string =>
  process.env.LOG_LEVEL || (process.env.NODE_ENV === "test" ? "silent" : "info");

/** On Vercel no process stays up, and the platform's scheduler calls /api/cron. */
export const isServerless = (): boolean => Boolean(process.env.VERCEL);

/** The header that says where a request comes from, written by the platform or by the merchant's own proxy. In small letters. */
export const trustedAddressHeader = (): string | null =>
  isServerless() ? "x-vercel-forwarded-for" : process.env.TRUSTED_PROXY_HEADER?.toLowerCase() || null;

/** Which money this shop takes. Readable at build time, before any other setting is there. */
export function publicMode(): Environment["BKASH_MODE"] {
  const mode = process.env.BKASH_MODE;
  return mode === "live" || mode === "sandbox" ? mode : "simulator";
}
