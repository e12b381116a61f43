/** A JSON schema (2020-12), or as much of one as these documents need. */
export type Schema = Readonly<Record<string, unknown>>;

/** Text; the pattern covers all of it. */
export const text = (about?: string, pattern?: string): Schema => ({
  type: "string",
  ...(about && { description: about }),
  ...(pattern && { pattern: `^(?:${pattern})$` }),
});

export const oneWord = (...words: readonly string[]): Schema => ({ type: "string", enum: words });
export const either = (...schemas: readonly Schema[]): Schema => ({ oneOf: schemas });
export const listOf = (items: Schema): Schema => ({ type: "array", items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const orNull = (type: "string" | "integer"): Schema => ({ type: [type, "null"] });
export const count: Schema = { type: "integer", minimum: 0 };
export const truth: Schema = { type: "boolean" };

/** As JavaScript writes it: `2026-02-21T09:00:00.000Z`. */
export const isoTime = text("ISO 8601, UTC", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

/** An object with these fields and no others; those whose names end in `?` may be missing. */
export function object(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields);
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [bare(name), fields[name]])),
    required: names.filter((name) => !name.endsWith("?")),
    additionalProperties: false,
  };
}

/** An object with any names. */
export const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });

const bare = (name: string): string => (name.endsWith("?") ? name.slice(0, -1) : name);

/** JSON in a body. */
export const json = (schema: Schema): Schema => ({ "application/json": { schema } });

/** One answer of an operation. */
export const answer = (description: string, schema: Schema): Schema => ({
  description,
  content: json(schema),
});

/** A parameter in the path, or an optional one in the query. */
export const pathParameter = (name: string, about: string): Schema => ({
  name,
  in: "path",
  required: true,
  description: about,
  schema: { type: "string" },
});
export const queryParameter = (name: string, about: string): Schema => ({
  name,
  in: "query",
  description: about,
  schema: { type: "string" },
});
