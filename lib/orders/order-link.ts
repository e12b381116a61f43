import type { Locale } from "@/lib/kernel/money";
import { appUrl } from "@/lib/platform/env";
import { accessTokenOf } from "./order-access";

/** What opens an order in any browser: whoever has it sees the order and may pay it. For its shopper alone; never logged. */
export function orderLink({ id, number, locale }: { id: string; number: string; locale: Locale }): string {
  const link = new URL(`/api/orders/${number}/open`, appUrl());
  link.searchParams.set("token", accessTokenOf(id));
  link.searchParams.set("locale", locale);
  return link.href;
}
