import { isDatabaseUp } from "@/lib/platform/db";
import { answer } from "../respond";

export const dynamic = "force-dynamic";

/** Is the shop up and can it reach its database? Tells nothing else. */
export async function GET(): Promise<Response> {
  return (await isDatabaseUp())
    ? answer({ status: "ok", database: "ok" })
    : answer({ status: "unavailable", database: "unavailable" }, 503);
}
