// What the template brings that must not reach a real shop. Pure: handed what was found, it says what is wrong and where.

const STORE = "store.config.ts";
const ENV = "the environment, or .env (docs/going-live.md, 1)";

/** @typedef {{ isGrave: boolean, what: string, where: string }} Finding */

/** @returns {Finding} */
export const grave = (what, where) => ({ isGrave: true, what, where });
/** @returns {Finding} */
const advice = (what, where) => ({ isGrave: false, what, where });

/** Every text of the settings with the way to it: `legal.owner.bn`. */
const texts = (value, path = []) =>
  typeof value === "string"
    ? [[path.join("."), value]]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) => texts(part, [...path, key]))
      : [];

/** How the template's values look. A real one that looks so too would be a surprise. */
const TEMPLATE = [
  [/(^|[\s@.])example(\.|$)|\.example\b/i, "is an address that nobody has"],
  [/^(হাট|Haat)( Limited| লিমিটেড)?$/, "is the template's name"],
  [/(0{6}|০{6})/, "is a number made of zeros"],
  [/House 0|বাড়ি ০/, "is an address that is nowhere"],
];

/** The shop's own settings. @returns {Finding[]} */
export function examineStore(store) {
  const left = texts(store).flatMap(([path, text]) => {
    const found = TEMPLATE.find(([looks]) => looks.test(text));
    return found ? [grave(`${path} ${found[1]}: ${text}`, `${STORE}, ${path}`)] : [];
  });
  const unread = Object.entries(store.policiesReadOn)
    .filter(([, day]) => !/^20\d\d-\d\d-\d\d$/.test(day ?? ""))
    .map(([page]) =>
      grave(
        `What the page "${page}" says is still the template's text.`,
        `app/(shop)/[locale]/${page}/texts.ts: make it true, then write the day into ${STORE}, policiesReadOn.${page}`,
      ),
    );
  return [...left, ...unread];
}

/** The first digits of the SHA-256 of the template's own drawings. */
export const TEMPLATE_PICTURES = {
  "public/art/logo.svg": "f9b1a3b06d171b0b",
  "public/art/logo-on-dark.svg": "a18b857c16efa8bd",
  "public/art/icon.svg": "235a5335d9d381f7",
  "public/art/hero.svg": "1d7f5cd9275be0c2",
};

/** @param {Record<string, string | null>} digests of files as they are; null where there is none. @returns {Finding[]} */
export const examinePictures = (digests) =>
  Object.entries(TEMPLATE_PICTURES).flatMap(([path, digest]) =>
    digests[path] === digest
      ? [(path.endsWith("hero.svg") ? advice : grave)(`${path} is the template's drawing.`, path)]
      : [],
  );

const SECRETS = ["NEXTAUTH_SECRET", "TOKEN_ENCRYPTION_KEY", "CRON_SECRET"];
const SIMULATOR_KEYS = { BKASH_APP_KEY: "simulator-app-key", BKASH_APP_SECRET: "simulator-app-secret" };

const isLocal = (address) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(address);

function examineAddress({ APP_URL = "", NEXTAUTH_URL = "" }) {
  if (!APP_URL)
    return [grave("APP_URL is not set: links, pictures and the site map would lead to localhost.", ENV)];
  return [
    ...(isLocal(APP_URL) ? [grave(`APP_URL leads to this machine: ${APP_URL}`, ENV)] : []),
    ...(!isLocal(APP_URL) && !APP_URL.startsWith("https://")
      ? [grave(`APP_URL is not https: ${APP_URL}`, ENV)]
      : []),
    ...(NEXTAUTH_URL && NEXTAUTH_URL.replace(/\/$/, "") !== APP_URL.replace(/\/$/, "")
      ? [grave("NEXTAUTH_URL is not the address in APP_URL.", ENV)]
      : []),
  ];
}

function examinePayments(env) {
  const mode = env.BKASH_MODE || "simulator";
  const simulated = Object.entries(SIMULATOR_KEYS).filter(([name, value]) => env[name] === value);
  return [
    ...(mode === "live" ? [] : [grave(`BKASH_MODE is ${mode}: no real money is taken.`, ENV)]),
    ...(env.DEMO_STORE === "1" ? [grave("DEMO_STORE=1: the shop says that it ships nothing.", ENV)] : []),
    ...(mode === "simulator" ? [] : simulated.map(([name]) => grave(`${name} is the simulator's.`, ENV))),
    ...(env.BKASH_WEBHOOK_TOPIC_ARN
      ? []
      : [
          advice(
            "BKASH_WEBHOOK_TOPIC_ARN is not set: bKash's own messages are not heard.",
            "docs/going-live.md, 6",
          ),
        ]),
  ];
}

function examineSecrets(env) {
  const missing = SECRETS.filter((name) => (env[name] ?? "").length < 32);
  const values = SECRETS.map((name) => env[name]).filter(Boolean);
  return [
    ...missing.map((name) => grave(`${name} is missing or too short.`, ENV)),
    ...(new Set(values).size < values.length
      ? [grave(`${SECRETS.join(", ")}: two of them are the same.`, ENV)]
      : []),
    ...(env.DEMO_MERCHANT_PASSWORD
      ? [grave("DEMO_MERCHANT_PASSWORD is set: the seed would make a merchant with it.", ENV)]
      : []),
  ];
}

/** The settings of the machine that the shop will run on. @returns {Finding[]} */
export function examineEnvironment(env) {
  return [...examineAddress(env), ...examinePayments(env), ...examineSecrets(env), ...examineSenders(env)];
}

function examineSenders(env) {
  return [
    ["SMTP_URL", "e-mails stay in the back office's outbox."],
    ["SMS_GATEWAY_URL", "texts stay in the back office's outbox."],
  ].flatMap(([name, what]) => (env[name] ? [] : [grave(`${name} is not set: ${what}`, ENV)]));
}
