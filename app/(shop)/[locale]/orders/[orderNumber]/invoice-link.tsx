import { getTranslations } from "next-intl/server";
import { button } from "@/app/_ui/button";
import { mayHaveInvoice } from "@/lib/fulfilment/issue-invoice";
import type { Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";

/** The invoice as PDF, once the order is paid in full. */
export async function InvoiceLink({
  order,
  locale,
  accessToken,
}: {
  order: OrderView;
  locale: Locale;
  /** For a browser that keeps no cookies. */
  accessToken: string | undefined;
}) {
  if (!(await mayHaveInvoice(order))) return null;
  const t = await getTranslations({ locale, namespace: "invoice" });
  const query = new URLSearchParams({ locale, ...(accessToken ? { token: accessToken } : {}) });
  return (
    <a href={`/api/orders/${order.number}/invoice?${query}`} className={button("quiet")}>
      {t("download")}
    </a>
  );
}
