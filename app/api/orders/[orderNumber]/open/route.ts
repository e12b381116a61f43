import { redirect } from "next/navigation";
import { ensureShopper } from "@/app/_session/shopper";
import { admitViewer } from "@/lib/orders/order-access";

/**
 * An order's link, `/api/orders/S-10042/open?token=…&locale=bn`: lets this browser see the order from now on and goes on to
 * its clean address, so that the token stays out of the history and of Referer headers.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ orderNumber: string }> },
): Promise<Response> {
  const { orderNumber } = await params;
  const query = new URL(request.url).searchParams;
  const locale = query.get("locale") === "en" ? "en" : "bn";
  const shopper = await ensureShopper();
  await admitViewer(orderNumber, query.get("token") ?? "", shopper.id);
  redirect(`/${locale}/orders/${encodeURIComponent(orderNumber)}`);
}
