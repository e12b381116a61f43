import "server-only";
import { cookies } from "next/headers";

/** The number that the header shows. The browser reads it, and it decides nothing. */
export async function setCartCount(count: number): Promise<void> {
  (await cookies()).set("cart_count", String(count), {
    path: "/",
    sameSite: "lax",
    maxAge: 365 * 24 * 60 * 60,
  });
}
