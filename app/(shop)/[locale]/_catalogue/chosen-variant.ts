/** What the buy box tells the gallery: the picture of the variant that is chosen, or none of its own. */
const CHOSEN = "variant-chosen";

export const announceVariant = (picture: string | null): boolean =>
  window.dispatchEvent(new CustomEvent(CHOSEN, { detail: picture }));

export function onVariant(callback: (picture: string | null) => void): () => void {
  const hear = (event: Event) => callback((event as CustomEvent<string | null>).detail);
  window.addEventListener(CHOSEN, hear);
  return () => window.removeEventListener(CHOSEN, hear);
}

interface Choosable {
  readonly chosen: Readonly<Record<string, string>>;
  readonly stock: number;
}

/** The variant that has exactly these values. */
export const variantOf = <Variant extends Choosable>(
  variants: readonly Variant[],
  chosen: Readonly<Record<string, string>>,
): Variant | undefined =>
  variants.find((variant) => Object.entries(variant.chosen).every(([key, value]) => chosen[key] === value));

/**
 * What is chosen after a click on one value. When the others do not go with it, the nearest that exists is taken, one in
 * stock before one that is sold out.
 */
export function chooseValue<Variant extends Choosable>(
  variants: readonly Variant[],
  chosen: Readonly<Record<string, string>>,
  key: string,
  value: string,
): Readonly<Record<string, string>> {
  const wanted = { ...chosen, [key]: value };
  const agreeing = (variant: Variant) =>
    Object.entries(variant.chosen).filter(([other, of]) => wanted[other] === of).length +
    (variant.stock > 0 ? 0.5 : 0);
  const [nearest] = variants
    .filter((variant) => variant.chosen[key] === value)
    .toSorted((one, other) => agreeing(other) - agreeing(one));
  return variantOf(variants, wanted) ? wanted : (nearest?.chosen ?? chosen);
}
