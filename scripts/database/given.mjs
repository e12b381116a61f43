// A database that the person gave in DATABASE_URL. Its password never reaches the screen.
import { Trouble } from "../setup/trouble.mjs";
import { withConnection } from "./connection.mjs";

const wayOut =
  "DATABASE_URL looks like postgresql://user:password@host:5432/shop; without it, the shop brings a database along.";

export function requirePostgresAddress(address) {
  if (URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol)) return;
  throw new Trouble("DATABASE_URL is not the address of a PostgreSQL database.", { wayOut });
}

const DOES_NOT_EXIST = "3D000"; // Prisma creates it

export async function requireAnswer(address) {
  try {
    await withConnection(address, (client) => client.query("select 1"));
  } catch (error) {
    if (error.code === DOES_NOT_EXIST) return;
    const { host, pathname } = new URL(address);
    throw new Trouble(
      `The database ${host}${pathname} of DATABASE_URL cannot be used: ${error.message || error.code}.`,
      { wayOut },
    );
  }
}
