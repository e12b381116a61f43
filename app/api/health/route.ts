import { db } from "@/lib/platform/db";
import { answer } from "../respond";

export const dynamic = "force-dynamic";

/** Is the shop up and can it reach its database? Tells nothing else. */
export async function GET(): Promise<Response> {
  try {
    await db.$queryRaw`SELECT 1`;
    return answer({ status: "ok", database: "ok" });
  } catch {
    return answer({ status: "unavailable", database: "unavailable" }, 503);
  }
}
