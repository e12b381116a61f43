import { described, Field, inputLook } from "@/app/_ui/field";
import type { CheckoutWords } from "./words";

export interface DistrictGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  readonly words: CheckoutWords;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

const legend = "mb-4 font-display text-xl font-semibold";

export function ContactFields({ words, typed, errors }: Props) {
  const input = (name: "name" | "phone" | "email", hasHint = false) => ({
    name,
    defaultValue: typed[name] ?? "",
    className: inputLook(Boolean(errors[name])),
    ...described(name, hasHint, Boolean(errors[name])),
  });
  return (
    <fieldset className="min-w-0">
      <legend className={legend}>{words.who}</legend>
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
        <Field id="email" label={words.email} optional={words.optional} error={errors.email}>
          <input {...input("email")} type="email" inputMode="email" autoComplete="email" maxLength={120} />
        </Field>
      </div>
    </fieldset>
  );
}

export function AddressFields({
  words,
  typed,
  errors,
  districts,
  feesHint,
  onDistrict,
}: Props & {
  readonly districts: readonly DistrictGroup[];
  readonly feesHint: string;
  readonly onDistrict: (slug: string) => void;
}) {
  const control = (name: "district" | "address" | "note", hasHint = false) => ({
    name,
    defaultValue: typed[name] ?? "",
    className: inputLook(Boolean(errors[name])),
    ...described(name, hasHint, Boolean(errors[name])),
  });
  return (
    <fieldset className="min-w-0">
      <legend className={legend}>{words.where}</legend>
      <div className="grid gap-5">
        <Field id="district" label={words.district} hint={feesHint} error={errors.district}>
          <select
            {...control("district", true)}
            autoComplete="address-level2"
            required
            onChange={(event) => onDistrict(event.currentTarget.value)}
          >
            <option value="">{words.districtChoose}</option>
            {districts.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <Field id="address" label={words.address} hint={words.addressHint} error={errors.address}>
          <textarea
            {...control("address", true)}
            autoComplete="street-address"
            rows={3}
            maxLength={300}
            required
          />
        </Field>
        <Field id="note" label={words.note} optional={words.optional} error={errors.note}>
          <input {...control("note")} type="text" maxLength={200} />
        </Field>
      </div>
    </fieldset>
  );
}
