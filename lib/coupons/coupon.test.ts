import { poisha } from "@/lib/kernel/money";
import { judgeCoupon, plainCode, type CouponCase, type CouponTerms } from "./coupon";

const terms = (more: Partial<CouponTerms> = {}): CouponTerms => ({
  code: "EID10",
  kind: "PERCENTAGE",
  basisPoints: 1000,
  capInPoisha: null,
  amountInPoisha: null,
  minimumSubtotalInPoisha: 0,
  validFrom: null,
  validUntil: null,
  totalLimit: null,
  limitPerPhone: null,
  isActive: true,
  ...more,
});

const fixed = (taka: number) =>
  terms({ kind: "FIXED_AMOUNT", basisPoints: null, amountInPoisha: taka * 100 });

const NOON = new Date("2026-11-24T12:00:00Z");
const LATER = new Date("2026-11-24T12:00:01Z");

const judge = (of: CouponTerms, taka: number, more: Partial<CouponCase> = {}) =>
  judgeCoupon(of, { subtotal: poisha(taka * 100), now: NOON, uses: 0, usesOfPhone: 0, ...more });

test.each([
  ["ten percent of 1,000 taka is 100 taka", terms(), 1000, 100],
  ["ten percent of 325 taka is 33 taka: poisha are rounded in the shopper's favour", terms(), 325, 33],
  ["a percentage stops at its cap", terms({ capInPoisha: 50_00 }), 1000, 50],
  ["a fixed amount is what it says", fixed(150), 1000, 150],
  ["a fixed amount above the goods leaves one taka to pay", fixed(150), 120, 119],
  ["a hundred percent leaves one taka to pay", terms({ basisPoints: 10_000 }), 500, 499],
  ["half a percent of the dearest order is still exact", terms({ basisPoints: 50 }), 9_999_999, 50_000],
])("%s", (_name, of, taka, off) => {
  expect(judge(of, taka)).toEqual({ ok: true, discount: off * 100, isDeliveryFree: false });
});

test("free delivery takes nothing off the goods", () => {
  expect(judge(terms({ kind: "FREE_DELIVERY", basisPoints: null }), 500)).toEqual({
    ok: true,
    discount: 0,
    isDeliveryFree: true,
  });
});

test("goods below the minimum are told how much is missing, goods at the minimum are enough", () => {
  const of = terms({ minimumSubtotalInPoisha: 1000_00 });
  expect(judge(of, 800)).toEqual({ ok: false, code: "COUPON_BELOW_MINIMUM", missing: 200_00 });
  expect(judge(of, 1000)).toMatchObject({ ok: true });
});

test("a coupon is good from its first moment until just before its end", () => {
  expect(judge(terms({ validFrom: LATER }), 500)).toMatchObject({ code: "COUPON_NOT_YET" });
  expect(judge(terms({ validFrom: NOON }), 500)).toMatchObject({ ok: true });
  expect(judge(terms({ validUntil: LATER }), 500)).toMatchObject({ ok: true });
  expect(judge(terms({ validUntil: NOON }), 500)).toMatchObject({ code: "COUPON_OVER" });
});

test("a coupon that the merchant switched off, or that is used up, is refused", () => {
  expect(judge(terms({ isActive: false }), 500)).toMatchObject({ code: "COUPON_OVER" });
  expect(judge(terms({ totalLimit: 3 }), 500, { uses: 2 })).toMatchObject({ ok: true });
  expect(judge(terms({ totalLimit: 3 }), 500, { uses: 3 })).toMatchObject({ code: "COUPON_USED_UP" });
  expect(judge(terms({ limitPerPhone: 1 }), 500, { usesOfPhone: 1 })).toMatchObject({
    code: "COUPON_USED_BY_PHONE",
  });
});

test("a code may be typed in any case and with spaces; what is no code is none", () => {
  expect(plainCode(" eid 10 ")).toBe("EID10");
  expect(plainCode("ＥＩＤ10")).toBe("EID10");
  for (const typed of ["", "ab", "ঈদ১০", "A".repeat(25), "EID10;--%"]) expect(plainCode(typed)).toBeNull();
});
