import { readFileSync } from "node:fs";
import type { Feature } from "@/lib/platform/features";

const ROOM = "app/(shop)/[locale]";

/** Every file whose actions belong to something that a merchant may switch off. */
const ACTIONS: readonly { file: string; feature: Feature; only?: RegExp }[] = [
  { file: `${ROOM}/account/actions.ts`, feature: "accounts" },
  { file: `${ROOM}/account/addresses/actions.ts`, feature: "accounts" },
  { file: `${ROOM}/wishlist/actions.ts`, feature: "wishlist" },
  { file: `${ROOM}/_catalogue/restock-action.ts`, feature: "backInStock" },
  { file: `${ROOM}/track/actions.ts`, feature: "tracking" },
  { file: `${ROOM}/cart/actions.ts`, feature: "coupons", only: /Coupon/ },
  { file: `${ROOM}/orders/[orderNumber]/actions.ts`, feature: "reviews", only: /[rR]eview/ },
  { file: "app/admin/(office)/coupons/actions.ts", feature: "coupons" },
  { file: "app/admin/(office)/reviews/actions.ts", feature: "reviews" },
];

test.each(ACTIONS)(
  "every action of $file refuses where the shop does not offer $feature",
  ({ file, feature, only }) => {
    const made = readFileSync(file, "utf8")
      .split(/^export const /m)
      .slice(1);
    const ofFeature = made.filter((action) => !only || only.test(action.slice(0, action.indexOf(" "))));
    expect(ofFeature.length).toBeGreaterThan(0);
    for (const action of ofFeature) expect(action).toMatch(new RegExp(`^  feature: "${feature}",$`, "m"));
  },
);
