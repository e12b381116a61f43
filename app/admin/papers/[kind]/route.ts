import { z } from "zod";
import type { Merchant } from "@/lib/auth/merchant";
import { requireMerchant } from "@/lib/auth/session";
import { findOrdersToPrint } from "@/lib/fulfilment/orders-to-pack";
import { issueInvoice } from "@/lib/fulfilment/issue-invoice";
import { readPapers } from "@/lib/fulfilment/read-paper";
import { drawInvoice } from "@/lib/print/draw-invoice";
import { drawPackingSlips } from "@/lib/print/draw-packing-slip";
import { drawPickList } from "@/lib/print/draw-pick-list";
import { store } from "@/store.config";

interface Context {
  params: Promise<{ kind: string }>;
}

const asked = z.object({
  kind: z.enum(["invoice", "packing-slips", "pick-list"]),
  /** Order numbers; none is all that are to be packed. */
  orders: z
    .string()
    .max(4000)
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.string()).max(200)),
});

/** Papers of the back office: `/admin/papers/packing-slips?orders=S-10042,S-10043`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const merchant = await requireMerchant(`${pathname}${search}`);
  const read = asked.safeParse({ kind: (await params).kind, orders: searchParams.get("orders") ?? "" });
  if (!read.success) return notFound();
  const file = await draw(merchant, read.data);
  return file ?? notFound();
}

const notFound = () => new Response("There is no such paper.", { status: 404 });

async function draw(merchant: Merchant, { kind, orders }: z.output<typeof asked>): Promise<Response | null> {
  const found = await findOrdersToPrint(merchant, orders);
  const ids = found.map(({ id }) => id);
  if (kind === "invoice") {
    const [order] = found;
    if (!order || found.length !== 1 || !(await issueInvoice(order.id))) return null;
    const [paper] = await readPapers(ids, order.locale);
    if (!paper?.invoice) return null;
    return pdf(await drawInvoice({ ...paper, invoice: paper.invoice }), paper.invoice.name);
  }
  if (kind === "pick-list") {
    const papers = await readPapers(ids, "en");
    const about = { locale: "en", shopName: store.name.en, at: new Date() } as const;
    return pdf(await drawPickList(papers, about), "pick-list");
  }
  // What lies in the parcel is for who opens it.
  const papers = [];
  for (const { id, locale } of found) papers.push(...(await readPapers([id], locale)));
  return pdf(await drawPackingSlips(papers, store.name), "packing-slips");
}

const pdf = (file: Buffer, name: string): Response =>
  new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
