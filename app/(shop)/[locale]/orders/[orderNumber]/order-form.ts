import "server-only";
import { z } from "zod";
import { href } from "@/app/_i18n/routing";
import { currentShopper } from "@/app/_session/shopper";
import type { Locale } from "@/lib/kernel/money";
import type { Viewer } from "@/lib/orders/order-access";

/** What every form of an order carries. The token is there for a browser that keeps no cookies, as it is in its address. */
export const orderForm = z.object({ orderNumber: z.string().max(20), token: z.string().max(100).optional() });

/** The same as the hidden fields of such a form. */
export const orderFields = (
  orderNumber: string,
  locale: Locale,
  accessToken: string | undefined,
): Record<string, string> => ({ orderNumber, locale, ...(accessToken ? { token: accessToken } : {}) });

/** Who sends the form: whoever may see the order may do what its page offers. */
export const viewerOf = async ({ token }: { token?: string | undefined }): Promise<Viewer> => ({
  shopperId: (await currentShopper())?.id,
  accessToken: token,
});

/** Back to the order's page, which a browser without cookies sees by the token alone. */
export const orderAddress = (
  locale: Locale,
  { orderNumber, token }: { orderNumber: string; token?: string | undefined },
): string => href(locale, `/orders/${orderNumber}`) + (token ? `?token=${encodeURIComponent(token)}` : "");
