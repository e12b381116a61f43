import { Prisma } from "@/generated/prisma/client";
import { STUCK_SECONDS, WATCH_SECONDS } from "../decide-settlement";
import { ofThisShop } from "../payment-repository";
import type { Rule } from "./rule";

/** The regular check comes by every minute; so much later something is wrong with it. */
const MARGIN_SECONDS = 600;
/** A duplicate that nobody gave back is an alarm after this; after 15 days bKash gives nothing back any more. */
const DUPLICATE_DAYS = 3;

const seconds = (count: number) => Prisma.sql`${count}::int * interval '1 second'`;

/** What takes too long. A function, because which wallets are asked is known only when the shop runs. */
export const timeRules = (): readonly Rule[] => [
  {
    kind: "in doubt for too long",
    find: Prisma.sql`
      SELECT "invoiceNumber" AS subject, jsonb_build_object('status', status, 'amountInPoisha', "amountInPoisha", 'mode', mode) AS detail
      FROM "Payment" WHERE status IN ('EXECUTING', 'UNCERTAIN')
        AND COALESCE("executingSince", "statusSince") < now() - ${seconds(STUCK_SECONDS)}`,
  },
  {
    kind: "watched for too long",
    find: Prisma.sql`
      SELECT "invoiceNumber" AS subject, jsonb_build_object('amountInPoisha', "amountInPoisha", 'mode', mode) AS detail
      FROM "Payment" WHERE status = 'WATCH' AND "statusSince" < now() - ${seconds(WATCH_SECONDS + MARGIN_SECONDS)}`,
  },
  {
    kind: "due and not asked",
    find: Prisma.sql`
      SELECT "invoiceNumber" AS subject, jsonb_build_object('status', status, 'mode', mode) AS detail
      FROM "Payment" WHERE "nextCheckAt" < now() - ${seconds(MARGIN_SECONDS)} AND ${ofThisShop()}
      UNION ALL
      SELECT p."invoiceNumber" || ' #' || r.number, jsonb_build_object('status', r.status, 'mode', p.mode)
      FROM "Refund" r JOIN (SELECT * FROM "Payment" WHERE ${ofThisShop()}) p ON p.id = r."paymentId"
      WHERE r."nextCheckAt" < now() - ${seconds(MARGIN_SECONDS)}`,
  },
  {
    kind: "a job that is silent",
    // Where a scheduler calls once a day, a day without a success is no alarm; beginning again and again without one is.
    find: Prisma.sql`
      SELECT name AS subject, '{}'::jsonb AS detail FROM "JobRun" WHERE name <> 'self-check' AND (
        COALESCE("lastSucceededAt", '-infinity') < now() - interval '25 hours'
        OR "lastStartedAt" > COALESCE("lastSucceededAt", '-infinity') + ${seconds(MARGIN_SECONDS)}
          AND "lastStartedAt" < now() - ${seconds(MARGIN_SECONDS)})`,
  },
  {
    kind: "paid twice and not given back",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('amountInPoisha', p."amountInPoisha", 'trxId', p."trxId", 'mode', p.mode) AS detail
      FROM "Payment" p WHERE p.status = 'DUPLICATE' AND p."statusSince" < now() - ${DUPLICATE_DAYS}::int * interval '1 day'
        AND p."amountInPoisha" > (
          SELECT COALESCE(sum(r."amountInPoisha"), 0) FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'SUCCEEDED')`,
  },
  {
    kind: "webhook: not booked",
    find: Prisma.sql`
      SELECT w."trxId" AS subject, jsonb_build_object('invoice', p."invoiceNumber", 'status', p.status, 'mode', p.mode) AS detail
      FROM "WebhookMessage" w JOIN "Payment" p ON p."invoiceNumber" = w."invoiceNumber"
      WHERE w.kind = 'notice' AND w."trxId" IS NOT NULL AND w.verdict IN ('asked', 'left alone')
        AND w."receivedAt" < now() - interval '1 hour' AND p.status NOT IN ('COMPLETED', 'DUPLICATE', 'MISMATCH')`,
  },
];
