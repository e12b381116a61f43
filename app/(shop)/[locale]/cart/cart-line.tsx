import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Note } from "@/app/_ui/note";
import { Picture } from "@/app/_ui/picture";
import type { CartLineView } from "@/lib/cart/cart-view";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { LineQuantity } from "./line-quantity";

export async function CartLine({ line, locale }: { line: CartLineView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "cart" });
  const e = await getTranslations({ locale, namespace: "errors" });
  const digits = (n: number) => localDigits(String(n), locale);
  const name = line.choice ? `${line.name}, ${line.choice}` : line.name;
  const address = `/products/${line.slug}${line.choice ? `?variant=${encodeURIComponent(line.sku)}` : ""}`;
  const isGone = line.problem === "SOLD_OUT";
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-4 gap-y-3 py-5 sm:grid-cols-[7rem_1fr]">
      <Picture
        src={line.image}
        alt=""
        width={112}
        height={112}
        className={`aspect-square w-full rounded-xl bg-jute-tint object-cover ${isGone ? "opacity-60 saturate-50" : ""}`}
      />
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="font-semibold leading-snug">
            <Link
              href={href(locale, address)}
              prefetch={false}
              className="underline-offset-4 hover:text-brand hover:underline"
            >
              {line.name}
            </Link>
          </h3>
          {!isGone && <p className="font-bold tabular-nums">{formatTaka(line.lineTotal, locale)}</p>}
        </div>
        {line.choice && <p className="text-sm font-medium">{line.choice}</p>}
        <p className="text-sm text-ink-soft">{t("each", { price: formatTaka(line.unitPrice, locale) })}</p>
        <LineQuantity
          sku={line.sku}
          locale={locale}
          quantity={line.quantity}
          maxQuantity={line.maxQuantity}
          words={{
            increase: t("increase", { name }),
            decrease: t("decrease", { name }),
            remove: t("remove"),
            removeName: t("removeName", { name }),
            quantityOf: t("quantityOf", { name }),
            unreachable: e("unreachable"),
          }}
        />
      </div>
      {line.problem && (
        <div className="col-span-full">
          <Note kind={isGone ? "bad" : "warning"} icon="alert">
            {isGone
              ? t("soldOut")
              : t("reduced", { asked: digits(line.askedQuantity), left: digits(line.quantity) })}
          </Note>
        </div>
      )}
    </li>
  );
}
