// Bodies that no client of ours would send, made from one that it would.

/** Values that are not what a field wants, as JSON texts: some of them no JSON.parse gives back as they were. */
const VALUES = [
  ...[
    "null",
    "true",
    "[]",
    "{}",
    "-1",
    "0",
    "1.5",
    "1e999",
    "-1e999",
    "1e-400",
    "9007199254740993",
    "NaN",
    "-0",
  ],
  ...[
    '""',
    '"\\u0000"',
    '"\\ud800"',
    '"S-10001\\u0000"',
    '"../../etc/passwd"',
    `"' OR 1=1 --"`,
    '"\u202e\u200b"',
  ],
  ...[
    '"S-99999999999999"',
    '"00000000-0000-0000-0000-000000000000"',
    '{"toString":1}',
    '{"__proto__":{"a":1}}',
  ],
  ...['["a",["b",["c"]]]', '{"$gt":""}', '"১২৩"', '"%00"', '"${7*7}"'],
  JSON.stringify("x".repeat(5_000)),
  JSON.stringify("🙂".repeat(1_000)),
];
const EXTRA = [
  ...[
    '"__proto__":{"amount":1}',
    '"constructor":{"prototype":{"x":1}}',
    '"amount":1',
    '"toString":null',
    '"":""',
  ],
  ...['"totalInPoisha":1', '"then":{}', '"hasOwnProperty":1'],
];
const TYPES = [
  ...[
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ],
  ...[
    "application/json; charset=utf-16",
    "APPLICATION/JSON",
    "application/json;;;",
    "text/x-component",
    "*/*",
  ],
];

/** Every place of a JSON value that a hostile one can stand in, as paths. */
function placesIn(value, path = []) {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

/** The text of `value` with one place replaced by a text that need be no JSON. */
function replaceAt(value, [key, ...rest], text) {
  if (key === undefined) return text;
  const parts = Object.entries(value).map(([name, item]) => {
    const written = name === key ? replaceAt(item, rest, text) : JSON.stringify(item);
    return Array.isArray(value) ? written : `${JSON.stringify(name)}:${written}`;
  });
  return Array.isArray(value) ? `[${parts}]` : `{${parts}}`;
}

const insertAt = (bytes, at, what) => Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
const DEEP = Buffer.from("[".repeat(50_000) + "]".repeat(50_000));
const DEEP_WITHIN_LIMIT = Buffer.from('{"a":'.repeat(10_000) + "1" + "}".repeat(10_000));
const HUGE = Buffer.from(`{"orderNumber":"${"x".repeat(3 * 1024 * 1024)}"}`);

/** What is done to a body's text or bytes. Each takes chance and the plain body. */
const WAYS = [
  ({ below }, plain) => plain.subarray(0, below(plain.length)),
  ({ pick }, _plain, body) => Buffer.from(replaceAt(body, pick(placesIn(body)), pick(VALUES))),
  ({ pick }, _plain, body) => Buffer.from(replaceAt(body, pick(placesIn(body)), pick(VALUES))),
  ({ pick }, plain) => insertAt(plain, 1, Buffer.from(`${pick(EXTRA)}${plain.length > 2 ? "," : ""}`)),
  (_random, plain) => Buffer.from(`{${String(plain).slice(1, -1)},${String(plain).slice(1, -1)}}`),
  ({ below, bytes }, plain) => insertAt(plain, below(plain.length), bytes(1 + below(8))),
  ({ below }, plain) => insertAt(plain, below(plain.length), Buffer.from([0])),
  ({ below }, plain) => insertAt(plain, below(plain.length), Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80])),
  ({ below, bytes }) => bytes(below(300)),
  ({ pick }) => Buffer.from(pick(VALUES)),
  ({ pick }, plain) => Buffer.concat([Buffer.from(pick(["\ufeff", "\n\n", "[", "//", "/**/"])), plain]),
  (_random, plain) => Buffer.concat([plain, plain]),
  ({ below }, plain) => {
    const flipped = Buffer.from(plain);
    if (flipped.length > 0) flipped[below(flipped.length)] ^= 1 << below(8);
    return flipped;
  },
  () => DEEP_WITHIN_LIMIT,
  () => Buffer.alloc(0),
];

/** @returns {{ body: Buffer, contentType: string }} */
export function hostileBody(random, body) {
  if (random.oneIn(400)) return { body: HUGE, contentType: "application/json" };
  if (random.oneIn(60)) return { body: DEEP, contentType: "application/json" };
  const plain = Buffer.from(JSON.stringify(body));
  const contentType = random.oneIn(8) ? random.pick(TYPES) : "application/json";
  // With another type the body may be a good one: that it is refused all the same is the point.
  const made =
    contentType !== "application/json" && random.oneIn(2) ? plain : random.pick(WAYS)(random, plain, body);
  return { body: made, contentType };
}
