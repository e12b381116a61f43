import { z } from "zod";
import { words } from "../../_words/words";

type Show = keyof typeof words.list.shows;

export const SHOWS = Object.keys(words.list.shows) as [Show, ...Show[]];

/** What the address of the list asks for. Nonsense in it counts as not said. */
const listRequest = z.object({
  show: z.enum(SHOWS).catch("all"),
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type ListRequest = z.infer<typeof listRequest>;

export const readListRequest = (parameters: Record<string, unknown>): ListRequest =>
  listRequest.parse(parameters);

const WORK: ReadonlySet<Show> = new Set(["topack", "packed", "onway", "doubt", "refund", "review"]);

/** Where somebody has something to do, what has waited longest comes first. */
export const firstIn = ({ show }: ListRequest): "newest" | "oldest" => (WORK.has(show) ? "oldest" : "newest");

/** The address of a list, without what goes without saying. */
export function addressOf({ show, q, page }: Partial<ListRequest>): string {
  const parameters = new URLSearchParams();
  if (show && show !== "all") parameters.set("show", show);
  if (q) parameters.set("q", q);
  if (page && page > 1) parameters.set("page", String(page));
  return parameters.size > 0 ? `/admin?${parameters}` : "/admin";
}
