// `npm run merchant -- add you@example.com`: who may sign in to the back office. Made here only, never on a page.
import { addMerchant, resetPassword } from "@/lib/auth/merchant-accounts";
import { plainEmail } from "@/lib/auth/sign-in";
import { db } from "@/lib/platform/db";
import { startCluster } from "./database/cluster.mjs";
import { createDatabase } from "./database/connection.mjs";
import { inData } from "./setup/project.mjs";
import { loadDotEnv } from "./setup/settings.mjs";
import { explain } from "./setup/trouble.mjs";

const USAGE = `Use:
  npm run merchant -- add you@example.com "Your name"   makes an account and shows its password
  npm run merchant -- password you@example.com          makes a new password and ends all sessions`;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The shop's own database when none is given: started if need be, and then stopped again. */
async function openDatabase(): Promise<() => Promise<void>> {
  loadDotEnv();
  if (process.env.DATABASE_URL) return async () => {};
  const { connection, wasRunning, stop } = await startCluster(inData("postgres"));
  process.env.DATABASE_URL = await createDatabase(connection, "shop");
  return async () => {
    if (!wasRunning) await stop();
  };
}

async function add(email: string, name: string): Promise<string> {
  const made = await addMerchant(email, name);
  if (!made)
    return refuse(
      `${email} has an account already. For a new password: npm run merchant -- password ${email}`,
    );
  return `${email} may sign in at /admin. The password, shown this once:\n\n  ${made.password}\n`;
}

async function reset(email: string): Promise<string> {
  const made = await resetPassword(email);
  if (!made)
    return refuse(`Nobody has the e-mail ${email}. To make an account: npm run merchant -- add ${email}`);
  return `${email} is signed out everywhere. The new password, shown this once:\n\n  ${made.password}\n`;
}

function refuse(words: string): string {
  process.exitCode = 1;
  return words;
}

const [command, givenEmail = "", givenName] = process.argv.slice(2);
const email = plainEmail(givenEmail);
if ((command !== "add" && command !== "password") || !EMAIL.test(email)) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const close = await openDatabase();
  console.log(
    command === "add" ? await add(email, givenName ?? email.split("@", 1).join("")) : await reset(email),
  );
  await db.$disconnect();
  await close();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
