import { addMerchant, resetPassword } from "./merchant-accounts";
import { endSessions, findMerchantOf, LONGEST_SECONDS } from "./merchant-session";
import { signIn } from "./sign-in";

let accounts = 0;

async function openAccount() {
  const email = `merchant-${++accounts}@example.com`;
  const made = await addMerchant(email, "Rahima");
  if (!made) throw new Error(`${email} was there already`);
  return { email, password: made.password, address: null };
}

async function openSession() {
  const account = await openAccount();
  const result = await signIn(account);
  if (!result.ok) throw new Error(result.code);
  const { id: merchantId, sessionVersion } = result.merchant;
  return { account, claims: { merchantId, sessionVersion, signedInAt: Date.now() } };
}

test("a merchant signs in with the password that was shown once, however the e-mail is spelt", async () => {
  const account = await openAccount();
  expect(await signIn({ ...account, email: ` ${account.email.toUpperCase()} ` })).toMatchObject({ ok: true });
});

test("an unknown e-mail and a wrong password get the same answer", async () => {
  const account = await openAccount();
  const wrong = await signIn({ ...account, password: "wrong" });
  expect(await signIn({ email: "nobody@example.com", password: "wrong", address: null })).toEqual(wrong);
  expect(wrong).toEqual({ ok: false, code: "WRONG" });
});

test("of a hundred guesses at once ten are checked, and then even the right password waits", async () => {
  const account = await openAccount();
  const guesses = await Promise.all(
    Array.from({ length: 100 }, (_, guess) => signIn({ ...account, password: `guess ${guess}` })),
  );
  expect(guesses.filter((guess) => !guess.ok && guess.code === "WRONG")).toHaveLength(10);
  const later = await signIn(account);
  expect(later).toMatchObject({ ok: false, code: "WAIT" });
  if (!later.ok && later.code === "WAIT") {
    expect(later.retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(later.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  }
});

test("guesses at an account that does not exist are limited in the same way", async () => {
  const nobody = { email: "nobody-at-all@example.com", password: "guess", address: null };
  for (let guess = 1; guess <= 10; guess++) expect(await signIn(nobody)).toMatchObject({ code: "WRONG" });
  expect(await signIn(nobody)).toMatchObject({ code: "WAIT" });
});

test("one address cannot guess at many accounts", async () => {
  const answers = [];
  for (let guess = 1; guess <= 51; guess++)
    answers.push(
      await signIn({ email: `many-${guess}@example.com`, password: "x".repeat(guess), address: "103.4.5.6" }),
    );
  expect(answers.at(-2)).toMatchObject({ code: "WRONG" });
  expect(answers.at(-1)).toMatchObject({ code: "WAIT" });
});

test("a successful sign-in forgets the wrong guesses before it", async () => {
  const account = await openAccount();
  for (let round = 1; round <= 2; round++) {
    for (let guess = 1; guess <= 9; guess++) await signIn({ ...account, password: "wrong" });
    expect(await signIn(account)).toMatchObject({ ok: true });
  }
});

test("a session is over when its version is raised, and ending it twice does not end the next one", async () => {
  const { account, claims } = await openSession();
  expect(await findMerchantOf(claims)).toMatchObject({ email: account.email });
  await endSessions(claims);
  expect(await findMerchantOf(claims)).toBeNull();
  const next = { ...claims, sessionVersion: claims.sessionVersion + 1 };
  await endSessions(claims);
  expect(await findMerchantOf(next)).toMatchObject({ email: account.email });
});

test("a session is over after twelve hours, whoever is there", async () => {
  const { claims } = await openSession();
  const old = { ...claims, signedInAt: Date.now() - LONGEST_SECONDS * 1000 - 1 };
  expect(await findMerchantOf(old)).toBeNull();
});

test("a new password ends every session, lifts the pause, and the old one is wrong", async () => {
  const { account, claims } = await openSession();
  for (let guess = 1; guess <= 11; guess++) await signIn({ ...account, password: "wrong" });
  const made = await resetPassword(account.email);
  expect(await findMerchantOf(claims)).toBeNull();
  expect(await signIn(account)).toMatchObject({ code: "WRONG" });
  expect(await signIn({ ...account, password: made?.password ?? "" })).toMatchObject({ ok: true });
});

test("an e-mail has one account, and nobody's password can be reset", async () => {
  const { email } = await openAccount();
  expect(await addMerchant(email.toUpperCase(), "Somebody else")).toBeNull();
  expect(await resetPassword("nobody@example.com")).toBeNull();
});
