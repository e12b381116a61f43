import { env } from "@/lib/platform/env";
import { renderMetrics } from "@/lib/shop-metrics";
import { carriesSecret } from "../bearer-secret";
import { door, refuse } from "../respond";

export const dynamic = "force-dynamic";

/** Measurements for Prometheus, for whoever carries METRICS_TOKEN. Where the shop has none, there is no such address. */
export const GET = door(async (request) => {
  const secret = env().METRICS_TOKEN;
  if (secret === undefined) return new Response(null, { status: 404 });
  if (!carriesSecret(request, secret)) return refuse(request, "UNAUTHORISED");
  const { contentType, text } = await renderMetrics();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
});
