"use client";
import { useActionState, useState, type ReactNode } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { SumRow } from "@/app/_ui/sum-row";
import { VatRows } from "@/app/_ui/vat-rows";
import { placeOrderAction } from "./actions";
import type { AreaChoice } from "@/lib/delivery/areas";
import { AddressFields, type DistrictGroup } from "./address-fields";
import { ContactFields } from "./checkout-fields";
import { WaysField, type WayChoice } from "./ways-field";
import type { CheckoutWords } from "./words";

/** Delivery as it would be in one zone, ready to show. */
export interface ZoneQuote {
  readonly fee: string;
  readonly total: string;
  readonly arrives: string;
}

interface Props {
  readonly locale: string;
  readonly formId: string;
  readonly seen: string;
  readonly seenCoupon: string;
  readonly coupon: { readonly label: string; readonly amount: string } | null;
  readonly words: CheckoutWords;
  readonly errorsTitle: readonly string[];
  readonly feesHint: string;
  readonly districts: readonly DistrictGroup[];
  readonly areas: Readonly<Record<string, readonly AreaChoice[]>>;
  readonly zoneOfPlace: Readonly<Record<string, string>>;
  readonly quotes: Readonly<Record<string, ZoneQuote>>;
  readonly subtotal: string;
  /** The goods without delivery: the subtotal, less what a coupon takes off. */
  readonly goods: string;
  readonly vat: Parameters<typeof VatRows>[0];
  readonly ways: readonly WayChoice[];
  readonly waysLegend: string;
  readonly consent: ReactNode;
  readonly items: ReactNode;
  /** What an account knows already: nobody types it again. */
  readonly known: Readonly<Record<string, string>>;
}

/** The whole checkout. Without JavaScript it works as well; the delivery fee is then shown on the next page. */
export function CheckoutForm(props: Props) {
  const { words, locale } = props;
  const [state, place, isPlacing] = useActionState(placeOrderAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const errors = refused?.fields ?? {};
  const typed = refused?.values ?? props.known;
  const [{ district, upazila }, setPlace] = useState({
    district: typed.district ?? "",
    upazila: typed.upazila ?? "",
  });
  const zone = props.zoneOfPlace[`${district}/${upazila}`] ?? props.zoneOfPlace[district];
  const quote = zone ? props.quotes[zone] : undefined;
  const delivery = quote?.fee ?? (zone ? words.notDelivered : words.deliveryPending);
  const wrong = Object.keys(errors).length;
  return (
    <form action={place} noValidate className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[1.5fr_1fr]">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="formId" value={props.formId} />
      <input type="hidden" name="seen" value={props.seen} />
      <input type="hidden" name="seenCoupon" value={props.seenCoupon} />
      <div className="grid gap-9">
        {refused && (wrong > 0 || refused.message) && (
          <ErrorSummary
            attempt={refused.attempt}
            title={wrong > 0 ? (props.errorsTitle[wrong - 1] ?? words.notPlaced) : words.notPlaced}
            message={refused.message}
            fields={errors}
          />
        )}
        {/* A new key after each refusal gives the fields what was typed back: React empties a form that was sent. */}
        <ContactFields key={`who-${refused?.attempt}`} words={words} typed={typed} errors={errors} />
        <AddressFields
          key={`where-${refused?.attempt}`}
          words={words}
          typed={typed}
          errors={errors}
          districts={props.districts}
          areas={props.areas}
          feesHint={props.feesHint}
          onPlace={setPlace}
        />
        <WaysField
          key={`way-${refused?.attempt}`}
          legend={props.waysLegend}
          ways={props.ways}
          chosen={typed.way}
          error={errors.way}
        />
      </div>
      <div className="grid gap-5 rounded-card bg-jute-tint p-5 lg:sticky lg:top-6 lg:p-7">
        {props.items}
        <dl aria-live="polite">
          <SumRow label={words.subtotal} amount={props.subtotal} />
          {props.coupon && <SumRow {...props.coupon} />}
          <SumRow label={words.delivery} amount={delivery} />
          <VatRows {...props.vat} />
          <SumRow
            label={words.total}
            amount={quote?.total ?? `${props.goods} ${words.deliveryPendingShort}`}
            isTotal
          />
        </dl>
        {quote && <p className="-mt-2 text-sm text-ink-soft">{quote.arrives}</p>}
        <div>
          <div className="flex gap-3">
            <input
              key={`consent-${refused?.attempt}`}
              type="checkbox"
              id="consent"
              name="consent"
              value="yes"
              required
              defaultChecked={typed.consent === "yes"}
              aria-invalid={errors.consent ? true : undefined}
              aria-describedby={errors.consent ? "consent-error" : undefined}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <label htmlFor="consent" className="text-sm">
              {props.consent}
            </label>
          </div>
          {errors.consent && (
            <p id="consent-error" className="mt-1.5 text-sm font-semibold text-terracotta-deep">
              {errors.consent}
            </p>
          )}
        </div>
        <p className="text-sm text-ink-soft">{words.next}</p>
        <div className="bottom-bar flex items-center justify-between gap-4">
          <p className="font-bold leading-tight lg:hidden">{quote?.total ?? props.goods}</p>
          <button type="submit" aria-disabled={isPlacing} className={button("primary", "h-12 grow")}>
            {isPlacing ? words.placing : words.place}
          </button>
        </div>
      </div>
    </form>
  );
}
