import assert from "node:assert/strict";
import { test } from "node:test";
import { OF_OUR_OWN, UNKNOWNS } from "./contract/unknowns.ts";
import { openBkash } from "./open-bkash.ts";

for (const [name, { ask, answers }] of Object.entries(UNKNOWNS)) {
  test(`nobody has published it, so both answers are on offer: ${name}`, async (t) => {
    for (const [value, seen] of answers) {
      const bkash = await openBkash(t, { [name]: value });
      assert.deepEqual(await ask(bkash), seen, JSON.stringify(value));
    }
    const byDefault = await openBkash(t);
    assert.deepEqual(await ask(byDefault), answers[0]?.[1], "by default");
  });
}

test("a call over the token cap is refused in bKash's shape, and for an hour", async (t) => {
  const bkash = await openBkash(t);
  await bkash.askToken("grant");
  await bkash.askToken("grant");
  const grant = async () => (await bkash.askToken("grant")).body["status"];
  assert.equal(await grant(), "fail");
  await bkash.control("POST", "clock", { advanceSeconds: 3590 });
  assert.equal(await grant(), "fail");
  await bkash.control("POST", "clock", { advanceSeconds: 20 });
  assert.equal(await grant(), undefined);
});

test("every switch with several answers is asked for each of them", async (t) => {
  const bkash = await openBkash(t);
  const { switches } = (await bkash.control("GET", "switches")).body as {
    switches: { name: string; allowed: string }[];
  };
  const offered = switches.filter(({ allowed }) => allowed.includes(" | "));
  for (const { name, allowed } of offered.filter((one) => !OF_OUR_OWN.includes(one.name))) {
    const asked = UNKNOWNS[name]?.answers.map(([value]) => JSON.stringify(value)).join(" | ");
    assert.equal(asked, allowed, name);
  }
});
