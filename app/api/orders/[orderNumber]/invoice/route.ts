import { issueInvoice } from "@/lib/fulfilment/issue-invoice";
import { readPapers } from "@/lib/fulfilment/read-paper";
import { isOrderNumber } from "@/lib/orders/order-access";
import { readOrder } from "@/lib/orders/read-order";
import { drawInvoice } from "@/lib/print/draw-invoice";
import { admitQuestion } from "../../../limits";
import { pdf } from "../../../pdf";
import { door, refuse } from "../../../respond";
import { viewerOf } from "../../../viewer";

interface Context {
  params: Promise<{ orderNumber: string }>;
}

/** An order's invoice as PDF, `?locale=bn` or `en`. A browser that keeps no cookies names the order's secret, `&token=…`. */
export const GET = door<Context>(async (request, { params }) => {
  const query = new URL(request.url).searchParams;
  const token = query.get("token");
  const viewer = token && /^[\w-]{1,200}$/.test(token) ? { accessToken: token } : await viewerOf(request);
  admitQuestion(viewer);
  const { orderNumber } = await params;
  const order = isOrderNumber(orderNumber) ? await readOrder(orderNumber, viewer) : null;
  if (!order) return refuse(request, "ORDER_NOT_FOUND");
  if (!(await issueInvoice(order.id))) return refuse(request, "NO_INVOICE_YET");
  const [paper] = await readPapers([order.id], query.get("locale") === "en" ? "en" : "bn");
  if (!paper?.invoice) return refuse(request, "NO_INVOICE_YET");
  return pdf(await drawInvoice({ ...paper, invoice: paper.invoice }), paper.invoice.name);
});
