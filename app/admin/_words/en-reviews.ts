import type { ListedReview } from "@/lib/reviews/moderate-reviews";

type Status = ListedReview["status"];

/** What the back office says about reviews. */
export const reviews = {
  title: "Reviews",
  about:
    "Written from the page of a paid order, once for each article. Nothing is shown before you publish it. Publish criticism too: hide only what is unlawful, insulting or about something else.",
  which: "Which reviews",
  status: { PENDING: "New", PUBLISHED: "Published", HIDDEN: "Hidden" } satisfies Record<Status, string>,
  none: "There is none.",
  stars: (rating: number) => (rating === 1 ? "1 star of 5" : `${rating} stars of 5`),
  by: (name: string) => `by ${name}`,
  decide: { PUBLISHED: "Publish", HIDDEN: "Hide" },
  failed: "That did not work. Reload the page and try again.",
  newer: "Newer",
  older: "Older",
};
