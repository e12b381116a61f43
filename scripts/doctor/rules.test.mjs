import assert from "node:assert/strict";
import { test } from "node:test";
import { store } from "../../store.config.ts";
import { examineEnvironment, examinePictures, examineStore, TEMPLATE_PICTURES } from "./rules.mjs";

const told = (findings) =>
  findings.filter(({ isGrave }) => isGrave).map(({ where, what }) => `${where} ${what}`);
const secret = (sign) => sign.repeat(43);

const READY = {
  APP_URL: "https://boutique.com.bd",
  NEXTAUTH_URL: "https://boutique.com.bd/",
  BKASH_MODE: "live",
  BKASH_APP_KEY: "5tunt4masn6pv2hnvte1sb5n3j",
  BKASH_APP_SECRET: "1vggbqd4hqk9g96o9rrrp2jftvek578v7d2bnerim12a87dbrrka",
  NEXTAUTH_SECRET: secret("a"),
  TOKEN_ENCRYPTION_KEY: secret("b"),
  CRON_SECRET: secret("c"),
  SMTP_URL: "smtps://mail.boutique.com.bd",
  SMS_GATEWAY_URL: "https://sms.boutique.com.bd",
};

test("the template is told everything that makes it a template", () => {
  const findings = told(examineStore(store)).join("\n");
  for (const path of ["name.bn", "phone", "email", "address.en", "complaints.email", "legal.owner.bn"])
    assert.match(findings, new RegExp(`store\\.config\\.ts, ${path.replace(".", "\\.")} `));
  for (const path of ["legal.tradeLicence", "legal.bin", "legal.dbid"])
    assert.ok(findings.includes(path), path);
  for (const page of ["terms", "privacy", "returns", "delivery", "about", "contact"])
    assert.ok(findings.includes(`app/(shop)/[locale]/${page}/texts.ts`), page);
});

test("a shop that made everything its own is told nothing", () => {
  const own = {
    name: { bn: "বুটিক", en: "Boutique" },
    phone: "+8801711223344",
    email: "hello@boutique.com.bd",
    address: { bn: "বাড়ি ১২, ধানমন্ডি", en: "House 12, Dhanmondi" },
    legal: { owner: { bn: "রহিমা খাতুন", en: "Rahima Khatun" }, tradeLicence: "TRAD/DNCC/012345/2026" },
    policiesReadOn: { terms: "2026-12-01" },
  };
  assert.deepEqual(examineStore(own), []);
  assert.deepEqual(told(examineEnvironment(READY)), []);
  assert.deepEqual(examinePictures({ "public/art/logo.svg": "another" }), []);
});

test("the template's logo is known as such", () => {
  assert.equal(told(examinePictures(TEMPLATE_PICTURES)).length, 3);
});

for (const [name, wrong, expected] of [
  [
    "an address on this machine",
    { APP_URL: "http://localhost:3000", NEXTAUTH_URL: "" },
    /leads to this machine/,
  ],
  ["an address without TLS", { APP_URL: "http://boutique.com.bd", NEXTAUTH_URL: "" }, /not https/],
  ["the simulator", { BKASH_MODE: "simulator" }, /no real money is taken/],
  ["a demo", { DEMO_STORE: "1" }, /ships nothing/],
  ["the simulator's key", { BKASH_APP_KEY: "simulator-app-key" }, /BKASH_APP_KEY is the simulator's/],
  ["a secret that is used twice", { CRON_SECRET: secret("a") }, /two of them are the same/],
  ["a short secret", { CRON_SECRET: "short" }, /CRON_SECRET is missing or too short/],
  ["the demo's password", { DEMO_MERCHANT_PASSWORD: "x" }, /DEMO_MERCHANT_PASSWORD/],
  ["no way to send texts", { SMS_GATEWAY_URL: "" }, /SMS_GATEWAY_URL/],
])
  test(`${name} is found in the environment`, () => {
    const findings = told(examineEnvironment({ ...READY, ...wrong }));
    assert.equal(findings.length, 1, findings.join("\n"));
    assert.match(findings[0], expected);
  });
