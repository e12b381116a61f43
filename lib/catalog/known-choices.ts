import { db } from "@/lib/platform/db";

type Chosen = Readonly<Record<string, readonly string[]>>;

/** Of these choices those that some article of the shop really is: an address carries other people's words, too. */
export async function knownChoices(asked: Chosen): Promise<Chosen> {
  const keys = Object.keys(asked);
  if (keys.length === 0) return asked;
  const known = await db.$queryRaw<{ key: string; values: string[] }[]>`
    SELECT o.key, array_agg(DISTINCT o.value) AS values
    FROM "Variant" v CROSS JOIN LATERAL jsonb_each_text(v.options) o
    WHERE o.key = ANY(${keys}) GROUP BY o.key`;
  const wanted = known.map(
    ({ key, values }) => [key, asked[key]?.filter((one) => values.includes(one)) ?? []] as const,
  );
  return Object.fromEntries(wanted.filter(([, values]) => values.length > 0));
}
