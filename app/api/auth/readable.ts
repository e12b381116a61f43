import { NextRequest } from "next/server";
import { readAtMost, RequestRefused } from "../respond";

/** What somebody types into a sign-in form is far shorter. */
const MAX_BODY_BYTES = 16 * 1024;

/**
 * The request as next-auth may have it: it answers 500 to a body or a way back that it cannot read, and reads a body of
 * any length.
 *
 * @throws {RequestRefused} INVALID_REQUEST, TOO_LARGE
 */
export async function readable(request: Request): Promise<NextRequest> {
  // From its parts: a server that is built hands over a stand-in for a request, which cannot be copied as a whole.
  const asked = new NextRequest(request.url, { headers: request.headers });
  const cookies = asked.cookies.getAll().filter(({ name }) => name.endsWith("next-auth.callback-url"));
  const waysBack = [
    ...asked.nextUrl.searchParams.getAll("callbackUrl"),
    ...cookies.map(({ value }) => value),
  ];
  if (!waysBack.every(isWayBack))
    throw new RequestRefused("INVALID_REQUEST", { fields: { callbackUrl: "not an address" } });
  if (request.method !== "POST") return asked;
  const body = await readAtMost(request, MAX_BODY_BYTES);
  if (/json/i.test(request.headers.get("content-type") ?? "") && !isObject(body))
    throw new RequestRefused("INVALID_REQUEST", { fields: { "": "not JSON" } });
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

/** Where to go after signing in: a path, or a whole address of the web. Whether it is this shop's own, next-auth looks at. */
function isWayBack(address: string): boolean {
  if (address === "" || address.startsWith("/")) return URL.canParse(address, "http://shop.example");
  return /^https?:/.test(address) && URL.canParse(address);
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
