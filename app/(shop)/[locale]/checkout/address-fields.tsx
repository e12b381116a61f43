import { useState } from "react";
import { described, Field, inputLook } from "@/app/_ui/field";
import { button } from "@/app/_ui/button";
import type { AreaChoice } from "@/lib/delivery/areas";
import { SHOW_PLACES } from "./show-places";
import { legendLook, type FieldsProps } from "./checkout-fields";

export interface DistrictGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** District and upazila, as chosen so far. */
export interface Place {
  readonly district: string;
  readonly upazila: string;
}

interface Props extends FieldsProps {
  readonly districts: readonly DistrictGroup[];
  readonly areas: Readonly<Record<string, readonly AreaChoice[]>>;
  /** What depends on the district, where something does. */
  readonly feesHint?: string;
  readonly onPlace?: (place: Place) => void;
  /** A gift note belongs to one order. */
  readonly hasGiftNote?: boolean;
}

/** Where it goes: district, upazila or thana of that district, house and road, and what the rider should know. */
export function AddressFields({ words, typed, errors, districts, areas, feesHint, onPlace, ...more }: Props) {
  const { hasGiftNote = true } = more;
  const [district, setDistrict] = useState(typed.district ?? "");
  const control = (name: "district" | "upazila" | "address" | "note", hasHint: boolean) => ({
    name,
    defaultValue: typed[name] ?? "",
    className: inputLook(Boolean(errors[name])),
    ...described(name, hasHint, Boolean(errors[name])),
  });
  const choose = (place: Place) => {
    setDistrict(place.district);
    onPlace?.(place);
  };
  return (
    <fieldset className="min-w-0">
      <legend className={legendLook}>{words.where}</legend>
      <div className="grid gap-5">
        <Field id="district" label={words.district} hint={feesHint} error={errors.district}>
          <select
            {...control("district", Boolean(feesHint))}
            autoComplete="address-level2"
            required
            onChange={(event) => choose({ district: event.currentTarget.value, upazila: "" })}
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
          <noscript>
            <button type="submit" name={SHOW_PLACES} value="yes" className={button("quiet", "mt-3")}>
              {words.showPlaces}
            </button>
          </noscript>
        </Field>
        <Field id="upazila" label={words.upazila} hint={words.upazilaHint} error={errors.upazila}>
          {/* A new select for each district: what was chosen in another one is no place of this one. */}
          <select
            key={district}
            {...control("upazila", true)}
            {...(district !== (typed.district ?? "") && { defaultValue: "" })}
            autoComplete="address-level3"
            required
            onChange={(event) => choose({ district, upazila: event.currentTarget.value })}
          >
            <option value="">{district ? words.upazilaChoose : words.upazilaAfterDistrict}</option>
            <AreaOptions areas={areas[district] ?? []} words={words} />
          </select>
        </Field>
        <Field id="address" label={words.address} hint={words.addressHint} error={errors.address}>
          <textarea
            {...control("address", true)}
            autoComplete="street-address"
            rows={2}
            maxLength={300}
            required
          />
        </Field>
        <Field
          id="note"
          label={words.note}
          optional={words.optional}
          hint={words.noteHint}
          error={errors.note}
        >
          <input {...control("note", true)} type="text" maxLength={200} />
        </Field>
        {hasGiftNote && (
          <details
            className="rounded-xl border border-line px-4 [&[open]]:pb-4"
            open={Boolean(typed.giftNote || errors.giftNote)}
          >
            <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-brand">
              {words.giftNoteAdd}
            </summary>
            <Field id="giftNote" label={words.giftNote} hint={words.giftNoteHint} error={errors.giftNote}>
              <textarea
                name="giftNote"
                defaultValue={typed.giftNote ?? ""}
                className={inputLook(Boolean(errors.giftNote))}
                {...described("giftNote", true, Boolean(errors.giftNote))}
                rows={3}
                maxLength={300}
              />
            </Field>
          </details>
        )}
      </div>
    </fieldset>
  );
}

/** In a city its thanas come first, under a heading of their own. */
function AreaOptions({ areas, words }: { areas: readonly AreaChoice[]; words: FieldsProps["words"] }) {
  const options = (isMetropolitan: 0 | 1) =>
    areas
      .filter((area) => area[2] === isMetropolitan)
      .map(([slug, name]) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ));
  if (!areas.some((area) => area[2])) return options(0);
  return (
    <>
      <optgroup label={words.thanas}>{options(1)}</optgroup>
      <optgroup label={words.upazilas}>{options(0)}</optgroup>
    </>
  );
}
