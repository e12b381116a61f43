import "server-only";
import { env } from "@/lib/platform/env";
import { carriesSecret } from "../bearer-secret";
import { RequestRefused } from "../respond";

/** Only the system's own scheduler may come in: `Authorization: Bearer $CRON_SECRET`. */
export function requireCronSecret(request: Request): void {
  if (!carriesSecret(request, env().CRON_SECRET)) throw new RequestRefused("UNAUTHORISED");
}
