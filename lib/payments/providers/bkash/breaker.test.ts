import { PaymentsPaused } from "../../payment-provider";
import { Breaker } from "./breaker";

/** A bKash that answers what is set, and a clock that is moved by hand. */
function setUp() {
  let now = 1_700_000_000_000;
  jest.spyOn(Date, "now").mockImplementation(() => now);
  const breaker = new Breaker<string>((answer) => (answer === "ok" ? null : answer));
  const heard: string[] = [];
  let asked = 0;
  const ask = (kind: "question" | "new", answer: string, about = `${++asked}`) =>
    breaker.run(kind, about, () => {
      heard.push(kind);
      return Promise.resolve(answer);
    });
  return {
    breaker,
    heard,
    ask,
    pass: (seconds: number) => (now += seconds * 1000),
    fall: async () => {
      for (let failure = 0; failure < 5; failure++) await ask("new", "silence");
      heard.length = 0;
    },
  };
}
afterEach(() => jest.restoreAllMocks());

test("four failures in a row are bad luck, the fifth stops what is new", async () => {
  const { ask, breaker } = setUp();
  for (let failure = 0; failure < 4; failure++) await ask("new", "silence");
  expect(breaker.health()).toBeNull();
  await ask("new", "ok");
  for (let failure = 0; failure < 5; failure++) expect(await ask("new", "HTTP 503")).toBe("HTTP 503");
  await expect(ask("new", "ok")).rejects.toThrow(PaymentsPaused);
  expect(breaker.health()).toMatchObject({ reason: "HTTP 503" });
});

test("what is refused is not called, and the refusal says when to come back", async () => {
  const { ask, fall, heard, breaker, pass } = setUp();
  await fall();
  pass(10);
  await expect(ask("new", "ok")).rejects.toMatchObject({ retryAfterSeconds: 20 });
  expect(() => breaker.admit()).toThrow(PaymentsPaused);
  expect(heard).toEqual([]);
});

test("a question tries within four seconds whether bKash is back, and opens the way for all", async () => {
  const { ask, fall, heard, breaker, pass } = setUp();
  await fall();
  pass(4);
  expect(await ask("question", "ok")).toBe("ok");
  expect(await ask("new", "ok")).toBe("ok");
  expect(heard).toEqual(["question", "new"]);
  expect(breaker.health()).toBeNull();
});

test("one question at a time tries it, and nobody waits for what it hears", async () => {
  const { breaker, fall, ask, pass, heard } = setUp();
  await fall();
  pass(4);
  let answer = (_said: string) => {};
  const trying = breaker.run(
    "question",
    "a payment",
    () => new Promise<string>((resolve) => (answer = resolve)),
  );
  await expect(ask("question", "ok")).rejects.toThrow(PaymentsPaused);
  expect(heard).toEqual([]);
  answer("silence");
  expect(await trying).toBe("silence");
  await expect(ask("question", "ok")).rejects.toThrow(PaymentsPaused);
});

test("through an hour of silence at most one question a second is asked, and never less than one in four seconds", async () => {
  const { fall, ask, pass, heard } = setUp();
  await fall();
  for (let second = 0; second < 3600; second++) {
    pass(1);
    await ask("question", "silence", `payment ${second % 7}`).catch(() => undefined);
  }
  expect(heard.length).toBeGreaterThanOrEqual(900);
  expect(heard.length).toBeLessThanOrEqual(3600);
});

test("where one payment at most is asked about, a click tries it after half a minute", async () => {
  const { ask, fall, heard, pass } = setUp();
  await fall();
  for (let second = 0; second < 29; second++) {
    pass(1);
    await ask("question", "silence", "one payment").catch(() => undefined);
    await expect(ask("new", "ok")).rejects.toThrow(PaymentsPaused);
  }
  pass(2);
  expect(await ask("new", "silence")).toBe("silence");
  await expect(ask("new", "ok")).rejects.toThrow(PaymentsPaused);
  pass(31);
  heard.length = 0;
  expect(await ask("new", "ok")).toBe("ok");
  expect(await ask("new", "ok")).toBe("ok");
  expect(await ask("question", "ok")).toBe("ok");
  expect(heard).toEqual(["new", "new", "question"]);
});

test("while several payments are asked about in vain no click has to try it", async () => {
  const { ask, fall, pass } = setUp();
  await fall();
  for (let minute = 0; minute < 60; minute++) {
    for (const payment of ["one", "another"]) {
      pass(10);
      await ask("question", "silence", payment);
    }
    await expect(ask("new", "ok")).rejects.toThrow(PaymentsPaused);
  }
});

test("one payment that bKash cannot tell about closes the shop for nobody", async () => {
  const { ask, breaker } = setUp();
  for (let question = 0; question < 100; question++) await ask("question", "HTTP 500", "one payment");
  expect(breaker.health()).toBeNull();
  expect(await ask("new", "ok")).toBe("ok");
});

test("a silence that nobody has met for five minutes is no news", async () => {
  const { breaker, fall, pass } = setUp();
  await fall();
  expect(breaker.health()).not.toBeNull();
  pass(301);
  expect(breaker.health()).toBeNull();
});

test("an exception of the call itself passes through", async () => {
  const { breaker } = setUp();
  await expect(
    breaker.run("question", "a payment", () => Promise.reject(new Error("broken"))),
  ).rejects.toThrow("broken");
});
