import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/kernel/money";
import { mayCancelOrder } from "@/lib/orders/cancel-order";
import type { OrderView } from "@/lib/orders/read-order";
import { cancelOrderAction, reorderAction } from "./actions";
import { orderFields } from "./order-form";
import { OtherWay } from "./other-way";

interface Props {
  readonly order: OrderView;
  readonly locale: Locale;
  readonly accessToken: string | undefined;
  /** The browser keeps what is put into a cart. */
  readonly hasCart: boolean;
}

/** What a shopper can do with an order besides paying it: order the same again, or cancel it while that is harmless. */
export async function OrderActions({ order, locale, accessToken, hasCart }: Props) {
  const t = await getTranslations({ locale, namespace: "orderActions" });
  const mayCancel = await mayCancelOrder(order);
  const fields = orderFields(order.number, locale, accessToken);
  return (
    <section aria-labelledby="order-actions" className="grid gap-4">
      <h2 id="order-actions" className="sr-only">
        {t("title")}
      </h2>
      {order.status !== "PENDING" && hasCart && (
        <OtherWay fields={fields} action={reorderAction} words={t("reorder")} isWide />
      )}
      {mayCancel && (
        <details className="rounded-card border border-line bg-card px-5">
          <summary className="flex min-h-12 items-center font-semibold text-brand">{t("cancel")}</summary>
          <div className="grid gap-4 pb-5">
            <p>{t("cancelText")}</p>
            <OtherWay fields={fields} action={cancelOrderAction} words={t("cancelNow")} />
          </div>
        </details>
      )}
    </section>
  );
}
