import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { RequestRefused } from "../respond";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Only the system's own scheduler may come in: `Authorization: Bearer $CRON_SECRET`. */
export function requireCronSecret(request: Request): void {
  const given = request.headers.get("authorization") ?? "";
  if (!timingSafeEqual(digest(given), digest(`Bearer ${env().CRON_SECRET}`)))
    throw new RequestRefused("UNAUTHORISED");
}
