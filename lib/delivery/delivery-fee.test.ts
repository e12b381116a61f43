import { poisha } from "@/lib/kernel/money";
import { DELIVERY_DAYS, deliveryFee, FREE_DELIVERY_ABOVE } from "./delivery-fee";
import { districts, districtsByDivision, divisions, findDistrict } from "./districts";

const small = poisha(500_00);

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

test("delivery costs 60 taka in Dhaka, 90 around it and 120 elsewhere", () => {
  expect(deliveryFee("dhaka", small)).toEqual({ zone: "inside-dhaka", fee: 6000 });
  for (const near of ["gazipur", "narayanganj", "narsingdi", "munshiganj", "manikganj"])
    expect(deliveryFee(near, small)).toEqual({ zone: "dhaka-suburbs", fee: 9000 });
  for (const far of ["chattogram", "coxs-bazar", "panchagarh", "tangail"])
    expect(deliveryFee(far, small)).toEqual({ zone: "outside-dhaka", fee: 12000 });
});

test("goods above 3,000 taka travel free, at 3,000 taka they do not yet", () => {
  expect(deliveryFee("panchagarh", FREE_DELIVERY_ABOVE)?.fee).toBe(12000);
  expect(deliveryFee("panchagarh", poisha(FREE_DELIVERY_ABOVE + 1))?.fee).toBe(0);
});

test("a district that does not exist has no fee", () => {
  for (const wrong of ["", "Dhaka", "atlantis", "__proto__", "constructor"]) {
    expect(findDistrict(wrong)).toBeNull();
    expect(deliveryFee(wrong, small)).toBeNull();
  }
});

test("the promised days stay within the law: 5 in the same city, 10 elsewhere", () => {
  expect(DELIVERY_DAYS["inside-dhaka"][1]).toBeLessThanOrEqual(5);
  for (const [from, to] of Object.values(DELIVERY_DAYS)) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(10);
  }
});
