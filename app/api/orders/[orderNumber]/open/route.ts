import { redirect } from "next/navigation";
import { currentShopper, ensureShopper } from "@/app/_session/shopper";
import { admitViewer } from "@/lib/orders/order-access";

/**
 * An order's link, `/api/orders/S-10042/open?token=…&locale=bn`: lets this browser see the order from now on and goes on to
 * its clean address, so that the token stays out of the history and of Referer headers. A browser that comes back here
 * without the cookie that it was given keeps none: only for such a one the token stays in the address.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ orderNumber: string }> },
): Promise<Response> {
  const { orderNumber } = await params;
  const query = new URL(request.url).searchParams;
  const token = query.get("token") ?? "";
  const locale = query.get("locale") === "en" ? "en" : "bn";
  const page = `/${locale}/orders/${encodeURIComponent(orderNumber)}`;
  const known = await currentShopper();
  if (!known && query.has("again")) redirect(`${page}?${new URLSearchParams({ token })}`);

  const shopper = known ?? (await ensureShopper());
  await admitViewer(orderNumber, token, shopper.id);
  const again = new URLSearchParams({ token, locale, again: "1" });
  redirect(known ? page : `/api/orders/${encodeURIComponent(orderNumber)}/open?${again}`);
}
