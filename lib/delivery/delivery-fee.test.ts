import { poisha } from "@/lib/kernel/money";
import { areasByDistrictIn, areasOf, findArea, placeInWords } from "./areas";
import { METROPOLITAN_THANAS, UPAZILAS } from "./areas-data";
import {
  deliveryFee,
  freeAboveEverywhere,
  isFreeEverywhere,
  lowestFee,
  zoneOf,
  type DeliveryZone,
} from "./delivery-fee";
import { districts, districtsByDivision, divisions, findDistrict } from "./districts";

const zone = (over: Partial<DeliveryZone> = {}): DeliveryZone => ({
  code: "inside-dhaka",
  name: { bn: "ঢাকা", en: "Dhaka" },
  places: { bn: "", en: "" },
  baseFee: poisha(60_00),
  includedGrams: 3000,
  feePerKg: poisha(15_00),
  freeAbove: poisha(3000_00),
  days: [1, 2],
  ...over,
});
const parcel = (taka: number, weightInGrams = 500) => ({ subtotal: poisha(taka * 100), weightInGrams });

test("there are 64 districts in eight divisions, each once", () => {
  expect(districts).toHaveLength(64);
  expect(new Set(districts.map((d) => d.slug)).size).toBe(64);
  expect(new Set(districts.map((d) => d.name.bn)).size).toBe(64);
  expect(divisions).toHaveLength(8);
  for (const district of districts) expect(divisions.map((d) => d.slug)).toContain(district.division);
});

test("every district can be chosen in either language", () => {
  for (const locale of ["bn", "en"] as const) {
    const offered = districtsByDivision(locale).flatMap((group) => group.options);
    expect(offered.map((option) => option.value).sort()).toEqual(districts.map((d) => d.slug).sort());
    for (const { label } of offered)
      expect(label).toMatch(locale === "bn" ? /^\p{Script=Bengali}+$/u : /^[A-Z][a-z' A-Z]+$/);
  }
});

test("each district has its upazilas, 495 in all, and eight cities have their thanas; each once, in both scripts", () => {
  expect(Object.keys(UPAZILAS).sort()).toEqual(districts.map(({ slug }) => slug).sort());
  for (const slug of Object.keys(METROPOLITAN_THANAS)) expect(findDistrict(slug)).not.toBeNull();
  const all = districts.map(({ slug }) => areasOf(slug));
  expect(all.flat().filter(({ isMetropolitan }) => !isMetropolitan)).toHaveLength(495);
  expect(all.flat().filter(({ isMetropolitan }) => isMetropolitan)).toHaveLength(106);
  for (const areas of all)
    for (const key of ["slug", "bn", "en"] as const)
      expect(new Set(areas.map((area) => (key === "slug" ? area.slug : area.name[key]))).size).toBe(
        areas.length,
      );
  for (const { slug, name } of all.flat()) {
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(name.en).toMatch(/^[A-Z][A-Za-z' -]+$/);
    expect(name.bn).toMatch(/^[\p{Script=Bengali} ]+$/u);
    expect(name.bn).toBe(name.bn.normalize("NFC"));
  }
});

test("a select lists a district's places in its language's order, the city's first", () => {
  const dhaka = areasByDistrictIn("en").dhaka ?? [];
  expect(dhaka[0]).toEqual(["adabor", "Adabor", 1]);
  expect(dhaka.slice(-5).map(([slug]) => slug)).toEqual([
    "dhamrai",
    "dohar",
    "keraniganj",
    "nawabganj",
    "savar",
  ]);
  expect(areasByDistrictIn("bn").dhaka).toHaveLength(dhaka.length);
});

test("an address is told from the smaller place to the larger, and an old one without an upazila still is", () => {
  expect(placeInWords({ district: "dhaka", upazila: "savar" }, "en")).toBe("Savar, Dhaka");
  expect(placeInWords({ district: "dhaka", upazila: "savar" }, "bn")).toBe("সাভার, ঢাকা");
  expect(placeInWords({ district: "feni", upazila: null }, "bn")).toBe("ফেনী");
  expect(placeInWords({ district: "atlantis", upazila: "deep" }, "en")).toBe("deep, atlantis");
});

test("the city of Dhaka, its suburbs and the rest of the country are three zones", () => {
  expect(zoneOf("dhaka")).toBe("inside-dhaka");
  expect(zoneOf("dhaka", "dhanmondi")).toBe("inside-dhaka");
  for (const near of ["savar", "keraniganj", "dhamrai"]) expect(zoneOf("dhaka", near)).toBe("dhaka-suburbs");
  expect(zoneOf("gazipur", "tongi-east")).toBe("dhaka-suburbs");
  for (const near of ["gazipur", "narayanganj", "narsingdi", "munshiganj", "manikganj"])
    expect(zoneOf(near)).toBe("dhaka-suburbs");
  for (const far of ["chattogram", "coxs-bazar", "panchagarh", "tangail"])
    expect(zoneOf(far)).toBe("outside-dhaka");
});

test("a place that does not exist has no zone, nor has one of another district", () => {
  for (const wrong of ["", "Dhaka", "atlantis", "__proto__", "constructor"]) {
    expect(findDistrict(wrong)).toBeNull();
    expect(zoneOf(wrong)).toBeNull();
    expect(findArea("dhaka", wrong)).toBeNull();
    expect(zoneOf("dhaka", wrong)).toBeNull();
  }
  expect(zoneOf("feni", "savar")).toBeNull();
});

test("up to the included weight a parcel costs the base fee, and every begun kilogram beyond costs more", () => {
  expect(deliveryFee(zone(), parcel(500, 0))).toBe(60_00);
  expect(deliveryFee(zone(), parcel(500, 3000))).toBe(60_00);
  expect(deliveryFee(zone(), parcel(500, 3001))).toBe(75_00);
  expect(deliveryFee(zone(), parcel(500, 4000))).toBe(75_00);
  expect(deliveryFee(zone(), parcel(500, 4001))).toBe(90_00);
});

test("goods above the free amount travel free however heavy, at the amount they do not yet", () => {
  expect(deliveryFee(zone(), parcel(3000, 9000))).toBe(150_00);
  expect(deliveryFee(zone(), { subtotal: poisha(3000_01), weightInGrams: 9000 })).toBe(0);
  expect(deliveryFee(zone({ freeAbove: null }), parcel(50_000))).toBe(60_00);
  expect(deliveryFee(zone({ freeAbove: poisha(0) }), parcel(1))).toBe(0);
});

test("a cart without an address is told the least that delivery costs, and that it is free only when it is everywhere", () => {
  const zones = [zone(), zone({ baseFee: poisha(120_00), freeAbove: null })];
  expect(lowestFee(zones, parcel(500))).toBe(60_00);
  expect(isFreeEverywhere(zones, parcel(5000))).toBe(false);
  expect(isFreeEverywhere([zone(), zone()], parcel(5000))).toBe(true);
  expect(freeAboveEverywhere(zones)).toBeNull();
  expect(freeAboveEverywhere([zone(), zone()])).toBe(3000_00);
  expect([lowestFee([], parcel(5000)), isFreeEverywhere([], parcel(5000))]).toEqual([0, false]);
});
