"use client";
import Link from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useFormAction } from "@/app/_actions/use-form-action";
import { useIsEnhanced } from "@/app/_actions/use-is-enhanced";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Price } from "@/app/_ui/price";
import { StockNote } from "@/app/_ui/stock-note";
import type { ChoiceView } from "@/lib/catalog/choices";
import { addToCartAction } from "../cart/actions";
import { announceCartCount, expectInCart, isCartKept, onCartCount } from "../_shell/cart-count";
import { announceVariant, chooseValue, variantOf } from "./chosen-variant";
import { RestockFields, type RestockWords } from "./restock-fields";
import { ChoiceField } from "./choice-field";

/** A variant with its texts in the reader's language: numbers are written on the server. */
export interface ShownVariant {
  readonly sku: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly price: string;
  readonly priceBefore: string | null;
  readonly stock: number;
  readonly availability: "in-stock" | "low-stock" | "sold-out";
  readonly stockText: string;
  readonly picture: string | null;
}

interface Words {
  readonly quantity: string;
  readonly add: string;
  readonly adding: string;
  readonly unreachable: string;
  readonly added: string;
  readonly goToCart: string;
  readonly noCookies: string;
  readonly priceNow: string;
  readonly priceBefore: string;
  readonly soldOut: string;
  readonly soldOutText: string;
  readonly seeSimilar: string;
  /** null: the shop tells nobody. */
  readonly restock: RestockWords | null;
}

interface Props {
  readonly product: string;
  readonly locale: string;
  readonly choices: readonly ChoiceView[];
  readonly variants: readonly ShownVariant[];
  /** The variant that the page opens with. */
  readonly opens: ShownVariant;
  /** 1, 2, 3 … in the reader's digits. */
  readonly quantities: readonly string[];
  readonly cartHref: string;
  readonly similarHref: string;
  readonly words: Words;
}

/**
 * Price, stock, what there is to choose, quantity and the button; on a phone the last two stay at the bottom of the screen.
 * Without JavaScript the form posts what is chosen, and the server finds the variant.
 */
export function BuyBox(props: Props) {
  const { product, locale, choices, variants, quantities, cartHref, similarHref, words } = props;
  const [state, add, isAdding] = useFormAction(addToCartAction, words.unreachable);
  const isEnhanced = useIsEnhanced();
  const isKept = useSyncExternalStore(onCartCount, isCartKept, () => true);
  const [chosen, setChosen] = useState(props.opens.chosen);
  const variant = variantOf(variants, chosen) ?? props.opens;

  useEffect(() => {
    if (state.kind !== "untouched") announceCartCount();
  }, [state]);
  useEffect(() => {
    // The page is kept ready for everybody; which variant a link means is known only here.
    const sku = new URLSearchParams(window.location.search).get("variant");
    const linked = variants.find((one) => one.sku === sku);
    if (!linked) return;
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address is read once, after the page is there
    setChosen(linked.chosen);
    announceVariant(linked.picture);
  }, [variants]);

  const choose = (key: string, value: string) => {
    const next = chooseValue(variants, chosen, key, value);
    setChosen(next);
    const found = variantOf(variants, next);
    if (!found) return;
    announceVariant(found.picture);
    window.history.replaceState(null, "", `?variant=${encodeURIComponent(found.sku)}`);
  };

  const addAtOnce = (form: FormData) => {
    expectInCart(Number(form.get("quantity")));
    add(form);
  };

  return (
    <form action={isEnhanced ? addAtOnce : add} className="flex flex-col gap-5">
      <div aria-live="polite">
        <Price
          now={variant.price}
          before={variant.priceBefore}
          nowLabel={words.priceNow}
          beforeLabel={words.priceBefore}
          isLarge
        />
        <StockNote state={variant.availability} text={variant.stockText} />
      </div>
      {choices.map((choice) => (
        <ChoiceField
          key={choice.key}
          choice={choice}
          value={chosen[choice.key]}
          isGone={(value) => {
            const found = variantOf(variants, { ...chosen, [choice.key]: value });
            return !found || found.stock === 0;
          }}
          goneWord={words.soldOut}
          onChoose={(value) => choose(choice.key, value)}
        />
      ))}
      <input type="hidden" name="product" value={product} />
      <input type="hidden" name="locale" value={locale} />
      {variant.stock > 0 ? (
        <div className="bottom-bar">
          <div aria-live="polite" className="text-sm font-semibold">
            {state.kind === "done" && !isKept && (
              <p className="pb-2 text-terracotta-deep">{words.noCookies}</p>
            )}
            {state.kind === "done" && isKept && (
              <p className="flex flex-wrap items-center justify-between gap-x-4 pb-2 text-brand">
                <span className="inline-flex items-center gap-1.5">
                  <Icon name="check" size={20} />
                  {words.added}
                </span>
                <Link
                  href={cartHref}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {words.goToCart}
                </Link>
              </p>
            )}
            {state.kind === "refused" && (
              <p className="pb-2 text-terracotta-deep">{state.message ?? Object.values(state.fields)[0]}</p>
            )}
          </div>
          <div className="flex items-center gap-3">
            <p className="text-lg font-bold leading-tight lg:hidden">{variant.price}</p>
            <label className="flex items-center gap-2 text-sm font-medium">
              <span className="max-lg:sr-only">{words.quantity}</span>
              <select
                name="quantity"
                defaultValue="1"
                className="h-12 min-w-16 rounded-full border border-line-strong bg-card px-3 text-base font-semibold lg:px-4"
              >
                {quantities.slice(0, variant.stock).map((shown, index) => (
                  <option key={shown} value={index + 1}>
                    {shown}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="submit"
              aria-disabled={isAdding}
              className={button("primary", "h-12 flex-1 max-lg:px-3")}
            >
              {isAdding ? words.adding : words.add}
            </button>
          </div>
        </div>
      ) : (
        <div className="grid justify-items-start gap-4">
          {words.restock && <RestockFields locale={locale} words={words.restock} />}
          <p>{words.soldOutText}</p>
          <Link href={similarHref} prefetch={false} className={button("quiet")}>
            {words.seeSimilar}
          </Link>
        </div>
      )}
    </form>
  );
}
