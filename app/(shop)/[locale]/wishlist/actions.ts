"use server";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { anyBrowser } from "@/app/_actions/guards";
import { setWishes } from "@/app/_actions/wishes-cookie";
import { changeWish } from "@/lib/wishes/change-wishes";

/** Why it was refused, as a key of `errors`. */
const REFUSAL = {
  WISHES_FULL: "WISHES_FULL",
  UNKNOWN_PRODUCT: "UNKNOWN_SKU",
  NOT_OFFERED: "tryAgain",
} as const;

/** Fills or empties a heart. */
export const changeWishAction = defineAction({
  feature: "wishlist",
  guard: anyBrowser,
  schema: z.object({ product: z.string().regex(/^[a-z0-9-]{1,100}$/), wanted: z.enum(["yes", "no"]) }),
  run: async ({ who, input, refuse, done }) => {
    const change = await changeWish(who.id, input.product, input.wanted === "yes");
    if (!change.ok) return refuse(REFUSAL[change.code]);
    await setWishes(change.slugs);
    return done();
  },
});
