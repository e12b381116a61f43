import { isServerless } from "@/lib/platform/env";

/** A home or an office has a whole /64 of IPv6 addresses: they count as one. */
const networkOf = (address: string): string =>
  address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;

/**
 * Where a request comes from, when the platform says so itself. Anybody can send `X-Forwarded-For`; only where a platform
 * overwrites it is it worth anything. Null elsewhere: then accounts alone are limited.
 */
export function platformAddress(headers: Readonly<Record<string, unknown>>): string | null {
  if (!isServerless()) return null;
  const given = headers["x-vercel-forwarded-for"];
  const [first] = typeof given === "string" ? given.split(",") : [];
  return first?.trim() ? networkOf(first.trim()) : null;
}
