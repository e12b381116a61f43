"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { AreaChoice } from "@/lib/delivery/areas";
import { AddressFields, type DistrictGroup } from "../../../checkout/address-fields";
import { ContactFields } from "../../../checkout/checkout-fields";
import type { CheckoutWords } from "../../../checkout/words";
import { saveAddressAction } from "../actions";

interface Props {
  readonly locale: string;
  /** `new`, or the address's own. */
  readonly id: string;
  readonly saved: Readonly<Record<string, string>>;
  readonly words: CheckoutWords;
  readonly save: string;
  readonly notSaved: string;
  readonly errorsTitle: readonly string[];
  readonly districts: readonly DistrictGroup[];
  readonly areas: Readonly<Record<string, readonly AreaChoice[]>>;
}

/** The same fields as a checkout's, to be kept. It works without JavaScript. */
export function AddressForm({ locale, id, saved, words, ...props }: Props) {
  const [state, save, isBusy] = useActionState(saveAddressAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const errors = refused?.fields ?? {};
  const fields = { words, typed: refused?.values ?? saved, errors };
  const wrong = Object.keys(errors).length;
  return (
    <form action={save} noValidate className="grid gap-8">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      {refused && (wrong > 0 || refused.message) && (
        <ErrorSummary
          attempt={refused.attempt}
          title={props.errorsTitle[wrong - 1] ?? props.notSaved}
          message={refused.message}
          fields={errors}
        />
      )}
      <ContactFields key={`who-${refused?.attempt}`} {...fields} hasEmail={false} />
      <AddressFields
        key={`where-${refused?.attempt}`}
        {...fields}
        districts={props.districts}
        areas={props.areas}
        hasGiftNote={false}
      />
      <button type="submit" aria-disabled={isBusy} className={button("primary", "h-12")}>
        {props.save}
      </button>
    </form>
  );
}
