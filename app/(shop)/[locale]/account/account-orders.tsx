import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Picture } from "@/app/_ui/picture";
import { listAccountOrders, type AccountOrder } from "@/lib/accounts/account-orders";
import type { Account } from "@/lib/auth/account-session";
import { longDate } from "@/lib/kernel/dates";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";

/** The orders of an account, the newest first. */
export async function AccountOrders(props: { account: Account; locale: Locale; page: number }) {
  const { account, locale, page } = props;
  const [{ orders, hasMore }, t] = await Promise.all([
    listAccountOrders(account, page),
    getTranslations({ locale, namespace: "account" }),
  ]);
  return (
    <section aria-labelledby="orders" className="min-w-0">
      <h2 id="orders" className="text-xl">
        {t("orders")}
      </h2>
      {orders.length === 0 ? (
        <div className="mt-4 rounded-card border border-line bg-card p-6">
          <p>{t("noOrders")}</p>
          <Link href={href(locale, "/products")} prefetch={false} className={button("primary", "mt-4")}>
            {t("shop")}
          </Link>
        </div>
      ) : (
        <ul className="mt-4 grid gap-4">
          {orders.map((order) => (
            <Order key={order.number} order={order} locale={locale} />
          ))}
        </ul>
      )}
      {(page > 1 || hasMore) && (
        <nav aria-label={t("pages")} className="mt-6 flex items-center justify-between gap-4">
          {page > 1 ? (
            <Link
              href={href(locale, `/account?page=${page - 1}`)}
              prefetch={false}
              rel="prev"
              className={button("quiet")}
            >
              {t("newer")}
            </Link>
          ) : (
            <span />
          )}
          {hasMore && (
            <Link
              href={href(locale, `/account?page=${page + 1}`)}
              prefetch={false}
              rel="next"
              className={button("quiet")}
            >
              {t("older")}
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

async function Order({ order, locale }: { order: AccountOrder; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  const [first, ...others] = order.lines;
  return (
    <li className="relative grid grid-cols-[4.5rem_1fr] gap-x-4 rounded-card border border-line bg-card p-4 hover:border-brand sm:p-5">
      {first && (
        <Picture
          src={first.image}
          alt=""
          width={72}
          height={72}
          className="aspect-square w-full rounded-xl bg-jute-tint object-cover"
        />
      )}
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="font-semibold leading-snug">
            <Link
              href={href(locale, `/orders/${order.number}`)}
              prefetch={false}
              className="after:absolute after:inset-0 after:rounded-card"
            >
              {t("order", { number: order.number })}
            </Link>
          </h3>
          <p className="font-bold tabular-nums">{formatTaka(order.totalInPoisha, locale)}</p>
        </div>
        <p className="text-sm text-ink-soft">{longDate(order.placedAt, locale)}</p>
        {first && (
          <p className="mt-1 leading-snug">
            {first.name[locale]}
            {others.length > 0 && ` ${t("andOthers", { count: localDigits(String(others.length), locale) })}`}
          </p>
        )}
        <p className="mt-1.5 text-sm font-semibold text-brand">{t(`states.${stateOf(order)}`)}</p>
      </div>
    </li>
  );
}

/** What matters most about an order now, as a key of `account.states`. */
function stateOf({ status, deliveryStatus, paymentMethod, isInDoubt }: AccountOrder) {
  if (status === "CANCELLED" || status === "REFUNDED" || status === "PARTIALLY_REFUNDED") return status;
  if (isInDoubt) return "CHECKING";
  if (deliveryStatus !== "TO_PACK") return deliveryStatus;
  if (status === "PAID") return "PAID";
  return paymentMethod === "CASH_ON_DELIVERY" ? "CASH" : "UNPAID";
}
