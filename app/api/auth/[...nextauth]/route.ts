import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { merchantAuth } from "@/lib/auth/merchant-auth";
import { door, readAtMost, RequestRefused } from "../../respond";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** What somebody types into a sign-in form is far shorter. */
const MAX_BODY_BYTES = 16 * 1024;

/** next-auth's own doors: sign-in of merchants, and the session that a page in use keeps alive. */
const auth = door<Context>(
  async (request, context) => (await NextAuth(await readable(request), context, merchantAuth())) as Response,
);

export { auth as GET, auth as POST };

/** next-auth fails at a body that it cannot read, and reads one of any length. */
async function readable(request: Request): Promise<NextRequest> {
  // From its parts: a server that is built hands over a stand-in for a request, which cannot be copied as a whole.
  if (request.method !== "POST") return new NextRequest(request.url, { headers: request.headers });
  const body = await readAtMost(request, MAX_BODY_BYTES);
  if (/json/i.test(request.headers.get("content-type") ?? "") && !isObject(body))
    throw new RequestRefused("INVALID_REQUEST", { fields: { "": "not JSON" } });
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
