import { described, Field, inputLook } from "@/app/_ui/field";
import type { CheckoutWords } from "./words";

/** What every group of fields is given: its words, and what was typed and was wrong at the last try. */
export interface FieldsProps {
  readonly words: CheckoutWords;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export const legendLook = "mb-4 font-display text-xl font-semibold";

export function ContactFields({
  words,
  typed,
  errors,
  hasEmail = true,
}: FieldsProps & { readonly hasEmail?: boolean }) {
  const input = (name: "name" | "phone" | "email", hasHint = false) => ({
    name,
    defaultValue: typed[name] ?? "",
    className: inputLook(Boolean(errors[name])),
    ...described(name, hasHint, Boolean(errors[name])),
  });
  return (
    <fieldset className="min-w-0">
      <legend className={legendLook}>{words.who}</legend>
      <div className="grid gap-5">
        <Field id="name" label={words.name} error={errors.name}>
          <input {...input("name")} type="text" autoComplete="name" maxLength={80} required />
        </Field>
        <Field id="phone" label={words.phone} hint={words.phoneHint} error={errors.phone}>
          <input
            {...input("phone", true)}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={24}
            required
          />
        </Field>
        {hasEmail && (
          <Field id="email" label={words.email} optional={words.optional} error={errors.email}>
            <input {...input("email")} type="email" inputMode="email" autoComplete="email" maxLength={120} />
          </Field>
        )}
      </div>
    </fieldset>
  );
}
