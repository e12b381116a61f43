import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Picture } from "@/app/_ui/picture";
import type { CartView } from "@/lib/cart/cart-view";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";

/** What will be ordered. */
export async function OrderItems({ cart, locale }: { cart: CartView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "checkout" });
  return (
    <section aria-labelledby="summary">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="summary" className="text-xl">
          {t("summary")}
        </h2>
        <Link
          href={href(locale, "/cart")}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-sm font-medium text-brand underline underline-offset-4"
        >
          {t("editCart")}
        </Link>
      </div>
      <ul className="grid gap-3">
        {cart.lines
          .filter((line) => line.quantity > 0)
          .map((line) => (
            <li key={line.sku} className="flex items-center gap-3">
              <Picture
                src={line.image}
                alt=""
                width={56}
                height={56}
                className="size-14 shrink-0 rounded-lg bg-card object-cover"
              />
              <p className="flex-1 leading-snug">
                <span className="text-ink-soft">
                  {t("quantity", { count: localDigits(String(line.quantity), locale) })}
                </span>{" "}
                {line.name}
                {line.choice && <span className="block text-sm text-ink-soft">{line.choice}</span>}
              </p>
              <p className="tabular-nums">{formatTaka(line.lineTotal, locale)}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}
