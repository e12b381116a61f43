import type { ApiAnswer } from "./api-call.ts";

/** An answer as it goes over the wire: what the journal keeps and what a saboteur spoils. */
export interface WireAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The whole at once; one byte a second; or half of it and then a cut connection. */
  readonly delivery: "whole" | "drip" | "cut";
}

const JSON_TYPE = { "content-type": "application/json" } as const;

export const asJson = ({ status, body }: ApiAnswer): WireAnswer => jsonText(status, JSON.stringify(body));

export const jsonText = (status: number, text: string): WireAnswer => ({
  status,
  headers: JSON_TYPE,
  text,
  delivery: "whole",
});

/** Name and value in turn, as the journal keeps them. */
export const headerList = (answer: WireAnswer): string[] => Object.entries(answer.headers).flat();
