import type { Locale } from "@/lib/kernel/money";
import { METROPOLITAN_THANAS, UPAZILAS } from "./areas-data";
import { districts, divisions, findDistrict } from "./districts";

/** An upazila, or a thana of a metropolitan police force: the last step of an address before house and road. */
export interface Area {
  /** Unique within its district: `savar`, `uttara-east`. */
  readonly slug: string;
  readonly name: { readonly [locale in Locale]: string };
  readonly isMetropolitan: boolean;
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll("'", "").replaceAll(" ", "-");

const areasByDistrict: ReadonlyMap<string, readonly Area[]> = new Map(
  districts.map(({ slug }) => [
    slug,
    [...readAreas(METROPOLITAN_THANAS[slug] ?? "", true), ...readAreas(UPAZILAS[slug] ?? "", false)],
  ]),
);

function readAreas(list: string, isMetropolitan: boolean): Area[] {
  return list
    .split(", ")
    .filter(Boolean)
    .map((entry) => {
      const bangla = entry.search(/\p{Script=Bengali}/u);
      const [en, bn] = [entry.slice(0, bangla).trim(), entry.slice(bangla)];
      return { slug: slugOf(en), name: { bn, en }, isMetropolitan };
    });
}

/** All areas of a district, the city's first; none for a district that does not exist. */
export const areasOf = (district: string): readonly Area[] => areasByDistrict.get(district) ?? [];

/** The area of that slug within that district, or null: a form can send anything. */
export const findArea = (district: string, slug: string): Area | null =>
  areasOf(district).find((area) => area.slug === slug) ?? null;

/**
 * `Savar, Dhaka`, as one writes it below house and road. An order from before areas were asked names its district alone;
 * a name that is not known any more is shown as it was stored.
 */
export function placeInWords(place: { district: string; upazila: string | null }, locale: Locale): string {
  const district = findDistrict(place.district)?.name[locale] ?? place.district;
  if (!place.upazila) return district;
  return `${findArea(place.district, place.upazila)?.name[locale] ?? place.upazila}, ${district}`;
}

/** The division of a district in words, or an empty text. */
export function divisionInWords(district: string, locale: Locale): string {
  const slug = findDistrict(district)?.division;
  return divisions.find((division) => division.slug === slug)?.name[locale] ?? "";
}

/** For selects that depend on each other: the areas of every district in one language, in the order of its alphabet. */
export function areasByDistrictIn(locale: Locale): Record<string, AreaChoice[]> {
  const collator = new Intl.Collator(locale);
  return Object.fromEntries(
    [...areasByDistrict].map(([district, areas]) => [
      district,
      areas
        .map(({ slug, name, isMetropolitan }): AreaChoice => [slug, name[locale], isMetropolitan ? 1 : 0])
        .sort((a, b) => b[2] - a[2] || collator.compare(a[1], b[1])),
    ]),
  );
}

/** Slug, name, and 1 for a metropolitan thana: short, because a checkout carries six hundred of them. */
export type AreaChoice = [slug: string, name: string, isMetropolitan: 0 | 1];
