import { answer, json, ref, type Schema } from "./schema.ts";

export interface Lever {
  readonly summary: string;
  readonly result: string;
  readonly takes?: string;
  /** 200 unless told. */
  readonly status?: number;
  /** HTTP statuses of its errors, besides 403 for web pages of other origins. */
  readonly errors?: readonly number[];
  readonly parameters?: readonly Schema[];
}

/** One method of one path. */
export const lever = ({ summary, result, takes, status = 200, errors = [], parameters }: Lever): Schema => ({
  summary,
  ...(parameters && { parameters }),
  ...(takes && { requestBody: { content: json(ref(takes)) } }),
  responses: {
    [status]: answer("Done", ref(result)),
    ...Object.fromEntries(errors.map((error) => [error, answer("What to do instead", ref("Error"))])),
  },
});
