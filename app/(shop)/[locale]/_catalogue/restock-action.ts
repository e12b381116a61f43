"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { chosenIn } from "@/app/_actions/chosen-in";
import { defineAction } from "@/app/_actions/define-action";
import { anybody } from "@/app/_actions/guards";
import { countTries, perAddress } from "@/lib/auth/count-tries";
import { findChosenSku } from "@/lib/catalog/find-chosen-sku";
import { askForRestock, readContact } from "@/lib/restock/ask-for-restock";

const HOUR = 60 * 60;

/** Why it was refused, as a key of `errors`. */
const REFUSAL = { IN_STOCK: "restockInStock", UNKNOWN_SKU: "UNKNOWN_SKU", NOT_OFFERED: "tryAgain" } as const;

/** Notes down whom to tell when what is chosen is in stock again. Nobody can have many numbers written to. */
export const restockAction = defineAction({
  feature: "backInStock",
  guard: anybody,
  schema: z.looseObject({
    product: z.string().regex(/^[a-z0-9-]{1,100}$/),
    contact: z
      .string()
      .max(120, "contactInvalid")
      .transform((typed, context) => {
        const contact = readContact(typed);
        if (contact) return contact;
        context.addIssue({ code: "custom", message: "contactInvalid" });
        return z.NEVER;
      }),
  }),
  run: async ({ input: { product, contact, ...rest }, locale, refuse, done }) => {
    const who = "phone" in contact ? contact.phone : contact.email.toLowerCase();
    const waitSeconds = await countTries("restock", [
      perAddress(await headers(), 20, HOUR),
      { of: "contact", who, limit: 10, windowSeconds: 24 * HOUR },
    ]);
    if (waitSeconds > 0) return refuse("restockTooMany", { minutes: Math.ceil(waitSeconds / 60) });
    const sku = await findChosenSku(product, chosenIn(rest));
    if (!sku) return refuse("UNKNOWN_SKU");
    const asked = await askForRestock(sku, contact, locale);
    if (asked.ok) return done();
    return refuse(REFUSAL[asked.code]);
  },
});
