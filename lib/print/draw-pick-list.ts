import type { Paper } from "@/lib/fulfilment/read-paper";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { drawTable, widthOf } from "./draw-table";
import { INK, MARGIN, openSheet, SOFT } from "./open-sheet";
import { dateOnPaper, paperWords } from "./paper-words";

/** What to take from the shelves for several orders at once: each article once, and which orders want it. */
export async function drawPickList(
  papers: readonly Paper[],
  { locale, shopName, at }: { locale: Locale; shopName: string; at: Date },
): Promise<Buffer> {
  const says = paperWords(locale);
  const { sheet, finish } = await openSheet({ title: says.pickList, author: shopName, isNumbered: true });
  const width = widthOf(sheet);
  sheet.font("bold").fontSize(18).fillColor(INK).text(says.pickList, MARGIN, sheet.y, { width });
  sheet
    .font("text")
    .fontSize(9)
    .fillColor(SOFT)
    .text(`${shopName} · ${says.printed}: ${dateOnPaper(at, locale)}`, { width })
    .text(`${says.orders}: ${papers.map(({ orderNumber }) => orderNumber).join(", ")}`, { width });
  sheet.y += 12;
  drawTable(
    sheet,
    [
      { title: "SKU", share: 0.2 },
      { title: says.description, share: 0.38 },
      { title: says.quantity, share: 0.12, align: "right" },
      { title: says.order, share: 0.3 },
    ],
    articlesOf(papers).map(({ sku, name, quantity, orders }) => [
      sku,
      name,
      localDigits(String(quantity), locale),
      orders.map(([order, count]) => `${order} × ${localDigits(String(count), locale)}`).join(", "),
    ]),
  );
  return finish();
}

interface Article {
  sku: string;
  name: string;
  quantity: number;
  orders: [orderNumber: string, quantity: number][];
}

/** By SKU, which is how shelves are sorted. */
export function articlesOf(papers: readonly Paper[]): Article[] {
  const articles = new Map<string, Article>();
  for (const { orderNumber, lines } of papers)
    for (const { sku, name, quantity } of lines) {
      const article = articles.get(sku) ?? { sku, name, quantity: 0, orders: [] };
      article.quantity += quantity;
      article.orders.push([orderNumber, quantity]);
      articles.set(sku, article);
    }
  return [...articles.values()].sort((a, b) => a.sku.localeCompare(b.sku));
}
