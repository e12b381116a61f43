import { Prisma } from "@/generated/prisma/client";
import { isDatabaseAway } from "./database-errors";

const known = (message: string, code: string) =>
  new Prisma.PrismaClientKnownRequestError(message, { code, clientVersion: "7" });

/** Each with its words, to tell the cases apart. */
const rows = (...errors: unknown[]) =>
  errors.map((error) => [error instanceof Error ? error.message : String(error), error]);

// As a PostgreSQL that is stopped in immediate mode under load and started again makes the shop's clients say it.
test.each(
  rows(
    known("Raw query failed. Code: `N/A`. Message: `Can't reach database server at 127.0.0.1:5432`", "P2010"),
    known("Raw query failed. Code: `57P03`. Message: `the database system is starting up`", "P2010"),
    known(
      "Raw query failed. Code: `57P03`. Message: `the database system is not yet accepting connections`",
      "P2010",
    ),
    known("Raw query failed. Code: `57P02`. Message: `terminating connection because of crash`", "P2010"),
    known("Server has closed the connection.", "P1017"),
    known("Raw query failed. Code: `N/A`. Message: `Server has closed the connection.`", "P2010"),
    known("Raw query failed. Code: `08006`. Message: `connection failure`", "P2010"),
    new Error("Connection terminated unexpectedly"),
    new Error("connect ECONNREFUSED 127.0.0.1:5432"),
  ),
)("C44: a database that is away is known as such: %s", (_words, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each(
  rows(
    known("Unique constraint failed on the fields: (`invoiceNumber`)", "P2002"),
    known("Raw query failed. Code: `23514`. Message: `new row violates check constraint`", "P2010"),
    known("Raw query failed. Code: `40P01`. Message: `deadlock detected`", "P2010"),
    new Error("Order S-10857 names a payment that is not completed"),
    new TypeError("Cannot read properties of undefined"),
    "Connection terminated unexpectedly",
  ),
)("what is wrong with a statement is no absence of the database: %s", (_words, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
