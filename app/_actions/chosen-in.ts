/** What is chosen of a product: the fields `choice-size`, `choice-colour` … of a form. */
export const chosenIn = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith("choice-") && typeof value === "string" ? [[name.slice("choice-".length), value]] : [],
    ),
  );
