import "server-only";
import { cookies } from "next/headers";

/** Which hearts are full. The browser reads it, because lists are the same for everybody, and it decides nothing. */
export async function setWishes(slugs: readonly string[]): Promise<void> {
  (await cookies()).set("wishes", slugs.join("."), {
    path: "/",
    sameSite: "lax",
    maxAge: 365 * 24 * 60 * 60,
  });
}
