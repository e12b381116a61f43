import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { button } from "@/app/_ui/button";
import { SORTS, type Browsed, type BrowseWish } from "@/lib/catalog/browse";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { FilterForm } from "./filter-form";
import { narrowings } from "./read-wish";

interface Props {
  readonly locale: Locale;
  /** The list's own address, without wishes. */
  readonly path: string;
  readonly wish: BrowseWish;
  readonly browsed: Browsed;
}

const box = "h-11 w-full rounded-lg border border-line-strong bg-card px-3 text-base";

/** Order, choices, price and stock: a form whose address can be sent to a friend. On a phone it folds away. */
export async function Filters({ locale, path, wish, browsed }: Props) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const count = narrowings(wish);
  const digits = (n: number) => localDigits(String(n), locale);
  const inTaka = (amount: number | undefined) => (amount === undefined ? "" : String(amount / 100));
  return (
    <FilterForm action={path} label={t("narrow")}>
      {wish.typed && <input type="hidden" name="q" value={wish.typed} />}
      <label className="flex items-center justify-between gap-3 text-sm font-semibold">
        {t("sort")}
        <select
          name="sort"
          defaultValue={wish.sort ?? "shop"}
          className="h-11 rounded-full border border-line-strong bg-card px-4 text-sm font-medium"
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <details className="filters mt-3">
        <summary className={button("quiet", "w-full list-none")}>
          {count > 0 ? t("narrowedBy", { count: digits(count) }) : t("narrow")}
        </summary>
        <div className="grid gap-6 py-5">
          {browsed.facets.map((facet) => (
            <fieldset key={facet.key}>
              <legend className="mb-1 font-semibold">{facet.name}</legend>
              {facet.values.map((value) => (
                <label key={value.key} className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    name={facet.key}
                    value={value.key}
                    defaultChecked={wish.chosen?.[facet.key]?.includes(value.key)}
                    className="size-5 accent-brand"
                  />
                  {value.colour && (
                    <span
                      aria-hidden="true"
                      className="size-5 rounded-full border border-ink/20"
                      style={{ background: value.colour }}
                    />
                  )}
                  <span className="flex-1">{value.name}</span>
                  <span className="text-sm text-ink-soft">{digits(value.count)}</span>
                </label>
              ))}
            </fieldset>
          ))}
          <label className="flex min-h-11 items-center gap-3 font-semibold">
            <input
              type="checkbox"
              name="stock"
              value="1"
              defaultChecked={wish.inStockOnly}
              className="size-5 accent-brand"
            />
            {t("inStockOnly")}
          </label>
          {browsed.prices && (
            <fieldset>
              <legend className="mb-1 font-semibold">{t("priceRange")}</legend>
              <p className="mb-2 text-sm text-ink-soft">
                {formatTaka(browsed.prices.lowest, locale)} – {formatTaka(browsed.prices.highest, locale)}
              </p>
              <div className="grid grid-cols-2 gap-3">
                <label className="text-sm">
                  {t("priceMin")}
                  <input name="min" inputMode="numeric" defaultValue={inTaka(wish.atLeast)} className={box} />
                </label>
                <label className="text-sm">
                  {t("priceMax")}
                  <input name="max" inputMode="numeric" defaultValue={inTaka(wish.atMost)} className={box} />
                </label>
              </div>
            </fieldset>
          )}
          <button type="submit" className={button("quiet")}>
            {t("show")}
          </button>
          {count > 0 && (
            <Link
              href={wish.typed ? `${path}?q=${encodeURIComponent(wish.typed)}` : path}
              prefetch={false}
              className={button("plain")}
            >
              {t("clear")}
            </Link>
          )}
        </div>
      </details>
    </FilterForm>
  );
}
