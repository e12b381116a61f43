import { z } from "zod";
import type { Locale } from "@/lib/kernel/money";

/** What a shopper chooses between before buying: sizes, colours, packs. */

const text = z.object({ bn: z.string(), en: z.string() });
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** The column `Product.options`. */
const choicesColumn = z.array(
  z.object({
    key,
    name: text,
    values: z.array(
      z.object({
        key,
        name: text,
        colour: z
          .string()
          .regex(/^#[0-9A-Fa-f]{6}$/)
          .optional(),
      }),
    ),
  }),
);
/** The column `Variant.options`. */
const chosenColumn = z.record(key, key);

export interface ChoiceValueView {
  readonly key: string;
  readonly name: string;
  /** `#RRGGBB` for a colour, else null. */
  readonly colour: string | null;
}

export interface ChoiceView {
  readonly key: string;
  readonly name: string;
  readonly values: readonly ChoiceValueView[];
}

/** A product's choices in the reader's language. */
export const readChoices = (column: unknown, locale: Locale): ChoiceView[] =>
  choicesColumn.parse(column).map((choice) => ({
    key: choice.key,
    name: choice.name[locale],
    values: choice.values.map((value) => ({
      key: value.key,
      name: value.name[locale],
      colour: value.colour ?? null,
    })),
  }));

/** Which value of each choice a variant is. */
export const readChosen = (column: unknown): Readonly<Record<string, string>> => chosenColumn.parse(column);

/** A variant's choice in words: "Large, green". Empty for a product without a choice. */
export function choiceInWords(productOptions: unknown, variantOptions: unknown, locale: Locale): string {
  const chosen = readChosen(variantOptions);
  return readChoices(productOptions, locale)
    .flatMap(({ key: of, values }) => values.find((value) => value.key === chosen[of])?.name ?? [])
    .join(", ");
}
