/** Stars that a review can give. */
export const STARS = [5, 4, 3, 2, 1] as const;

export const MAX_REVIEW_LETTERS = 1500;
export const MAX_NAME_LETTERS = 40;

export interface ReviewView {
  readonly id: string;
  /** 1 to 5 stars. */
  readonly rating: number;
  readonly text: string;
  readonly name: string;
  /** The language it is written in. */
  readonly locale: "bn" | "en";
  readonly at: Date;
}

/** What all published reviews of a product say together. */
export interface ReviewSummary {
  readonly count: number;
  /** 1 to 5, to one decimal; 0 without reviews. */
  readonly average: number;
  /** How many gave five, four, three, two stars and one, in this order. */
  readonly distribution: readonly number[];
}

/** The mean to one decimal, as it is shown; 0 without reviews. */
export const averageOf = (sum: number, count: number): number =>
  count === 0 ? 0 : Math.round((sum / count) * 10) / 10;
