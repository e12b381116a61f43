"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { locales } from "@/app/_i18n/routing";
import { requireMerchant } from "@/lib/auth/session";
import { moderateReview } from "@/lib/reviews/moderate-reviews";

/** Publishes or hides a review, and lets its product's page be made anew. */
export const moderateReviewAction = defineAction({
  feature: "reviews",
  guard: () => requireMerchant(),
  schema: z.object({ id: z.uuid(), status: z.enum(["PUBLISHED", "HIDDEN"]) }),
  run: async ({ who, input, refuse, done }) => {
    const slug = await moderateReview(who, input.id, input.status);
    if (slug === null) return refuse("tryAgain");
    for (const locale of locales) revalidatePath(`/${locale}/products/${slug}`);
    revalidatePath("/admin", "layout");
    return done();
  },
});
