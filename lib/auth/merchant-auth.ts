import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import {
  endSessions,
  findMerchantOf,
  IDLE_SECONDS,
  readClaims,
  type SessionClaims,
} from "./merchant-session";
import { platformAddress } from "./platform-address";
import { returnPath } from "./return-path";
import { signIn, type SignedIn } from "./sign-in";

/* eslint-disable @typescript-eslint/no-empty-object-type -- next-auth's types are widened by merging into them */
declare module "next-auth" {
  interface User extends SignedIn {}
}
declare module "next-auth/jwt" {
  interface JWT extends Partial<SessionClaims> {}
}
/* eslint-enable @typescript-eslint/no-empty-object-type */

/** The session's cookie. `__Host-` pins it to this very host, which browsers allow on https only. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-merchant" : "merchant",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** How next-auth signs merchants in. Made at the first request: a build has no settings. */
export function merchantAuth(): NextAuthOptions {
  const { NEXTAUTH_SECRET, APP_URL } = env();
  // eslint-disable-next-line no-restricted-properties -- next-auth reads it by itself, and without it believes a Host header
  process.env.NEXTAUTH_URL ||= APP_URL;
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: IDLE_SECONDS },
    pages: { signIn: "/admin/sign-in", signOut: "/admin", error: "/admin/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given, request) => {
          const result = await signIn({
            email: String(given?.email ?? ""),
            password: String(given?.password ?? ""),
            address: platformAddress(request.headers ?? {}),
          });
          if (result.ok) return result.merchant;
          // What is thrown here is all that reaches the sign-in form.
          throw new Error(result.code === "WAIT" ? `WAIT ${result.retryAfterSeconds}` : result.code);
        },
      }),
    ],
    callbacks: {
      redirect: ({ url }) => new URL(returnPath(url, APP_URL), APP_URL).href,
      // Called with a user at sign-in, and without one whenever the cookie is read and renewed.
      jwt: async ({ token, user }) => {
        if (user) return { merchantId: user.id, sessionVersion: user.sessionVersion, signedInAt: Date.now() };
        const claims = readClaims(token);
        if (!claims || !(await findMerchantOf(claims))) throw new Error("This session has ended");
        return { ...claims };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = readClaims(token);
        if (claims) await endSessions(claims);
      },
    },
    logger: {
      // An ended or damaged cookie is everyday life.
      error: (code, details) =>
        logger[code === "JWT_SESSION_ERROR" ? "debug" : "error"]({ code, details }, "sign-in"),
      warn: (code) => logger.debug({ code }, "sign-in"),
      debug: () => {},
    },
  };
}
