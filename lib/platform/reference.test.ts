import { currentReference, referTo, requestIdOf, withReference } from "./reference";

const idOf = (headers: Record<string, string>) => requestIdOf((name) => headers[name] ?? null);
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

test("a request is called what a proxy called it, else what its trace is called, else something new", () => {
  const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
  expect(idOf({ "x-request-id": "edge-7f3a.1", traceparent })).toBe("edge-7f3a.1");
  expect(idOf({ traceparent })).toBe(TRACE);
  expect(idOf({})).toMatch(UUID);
  expect(idOf({})).not.toBe(idOf({}));
});

test.each([
  "short",
  "x".repeat(65),
  "two\nlines-in-a-log",
  '{"level":"error"}',
  "<script>alert(1)</script>",
  "a b c d e f",
])("%p is not taken over: it would stand in logs and answers", (name) => {
  expect(idOf({ "x-request-id": name })).toMatch(UUID);
});

test("what a request turns out to be about is known to all that it does, and to nothing else", async () => {
  const handle = (requestId: string, orderNumber: string) =>
    withReference({ requestId }, async () => {
      await new Promise((wake) => setTimeout(wake, Math.random() * 5));
      referTo({ orderNumber });
      await new Promise((wake) => setTimeout(wake, Math.random() * 5));
      return currentReference();
    });
  const seen = await Promise.all(Array.from({ length: 20 }, (_, n) => handle(`request-${n}`, `S-${n}`)));
  expect(seen).toEqual(
    Array.from({ length: 20 }, (_, n) => ({ requestId: `request-${n}`, orderNumber: `S-${n}` })),
  );
  expect(currentReference()).toBeUndefined();
  referTo({ orderNumber: "S-1" });
  expect(currentReference()).toBeUndefined();
});

test("a part of a job keeps the job's id and has its own payment", () => {
  withReference({ requestId: "run-12345", job: "reconcile-payments" }, () => {
    withReference({ paymentId: "one" }, () => {
      referTo({ orderNumber: "S-1" });
      expect(currentReference()).toEqual({
        requestId: "run-12345",
        job: "reconcile-payments",
        paymentId: "one",
        orderNumber: "S-1",
      });
    });
    expect(currentReference()).toEqual({ requestId: "run-12345", job: "reconcile-payments" });
  });
});
