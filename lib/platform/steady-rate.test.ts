import { SteadyRate } from "./steady-rate";

function setUp(perSecond: number, atOnce: number) {
  let now = 0;
  const rate = new SteadyRate(perSecond, atOnce, () => now);
  return { rate, pass: (seconds: number) => (now += seconds * 1000) };
}

test("a page that asks once a second is never refused, and one that asks ten times a second gets one answer a second", () => {
  const { rate, pass } = setUp(1, 30);
  let calm = 0;
  let hasty = 0;
  for (let tenth = 0; tenth < 3000; tenth++) {
    if (tenth % 10 === 0 && rate.secondsToWait("calm") > 0) calm++;
    if (rate.secondsToWait("hasty") === 0) hasty++;
    pass(0.1);
  }
  expect(calm).toBe(0);
  expect(hasty).toBeGreaterThanOrEqual(300);
  expect(hasty).toBeLessThanOrEqual(330);
});

test("a refusal says how long to wait, and asking again does not make it longer", () => {
  const { rate, pass } = setUp(0.5, 1);
  expect(rate.secondsToWait("a")).toBe(0);
  for (let again = 0; again < 5; again++) expect(rate.secondsToWait("a")).toBe(2);
  pass(2);
  expect(rate.secondsToWait("a")).toBe(0);
});

test("one name does not stand in another's way, and ten thousand others do not fill the memory", () => {
  const { rate } = setUp(1, 1);
  for (let name = 0; name < 30_000; name++) expect(rate.secondsToWait(`name ${name}`)).toBe(0);
  expect(Reflect.get(rate, "drops").size).toBe(10_000);
  expect(rate.secondsToWait("name 29999")).toBe(1);
});

test("0 lets everything through", () => {
  const { rate } = setUp(0, 0);
  for (let tries = 0; tries < 100; tries++) expect(rate.secondsToWait("a")).toBe(0);
});
