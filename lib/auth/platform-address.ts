import { trustedAddressHeader } from "@/lib/platform/env";

/** A home or an office has a whole /64 of IPv6 addresses: they count as one. */
const networkOf = (address: string): string =>
  address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;

/**
 * Where a request comes from, when whoever stands before the shop says so. Anybody can send `X-Forwarded-For`; only a header
 * that the platform or the merchant's own proxy writes is worth anything, and of a list only its end, which it has added.
 * Null elsewhere: then accounts and sessions alone are limited.
 */
export function platformAddress(headers: Readonly<Record<string, unknown>>): string | null {
  const header = trustedAddressHeader();
  const given = header ? headers[header] : undefined;
  const last = typeof given === "string" ? given.split(",").at(-1)?.trim() : undefined;
  return last ? networkOf(last) : null;
}
