import { onNode, run } from "../processes/run.mjs";
import { NO_DATABASE, testSettings } from "../setup/settings.mjs";
import { inProject } from "../setup/project.mjs";

/** A night: database tests on a busy machine. */
const LONGEST_MS = 8 * 3_600_000;
const BKASH = "lib/payments/providers/bkash";

/**
 * What is mutated, and the tests that have to notice. A table is read once, when its module is loaded, so each of its mutants
 * is tried with all tests of its part: small parts make it bearable.
 */
export const parts = {
  kernel: { mutate: ["lib/kernel/!(*.test).ts"], tests: ["**/lib/kernel/*.test.ts"] },
  status: {
    mutate: ["lib/payments/payment-status.ts", "lib/payments/refund-status.ts"],
    tests: ["**/lib/payments/{payment,refund}-status.test.ts"],
  },
  decide: {
    mutate: ["lib/payments/decide-settlement.ts"],
    tests: ["**/lib/payments/decide-{settlement,authorised}.test.ts"],
  },
  refund: { mutate: ["lib/payments/decide-refund.ts"], tests: ["**/lib/payments/decide-refund.test.ts"] },
  codes: { mutate: [`${BKASH}/error-codes.ts`], tests: [`**/${BKASH}/error-codes.test.ts`] },
  translate: {
    mutate: [`${BKASH}/checkout/translate.ts`, `${BKASH}/amount.ts`],
    tests: [`**/${BKASH}/checkout/translate{,-causes}.test.ts`],
  },
  /** The one writer of money, on a real PostgreSQL. */
  settle: {
    mutate: ["lib/payments/settle-payment.ts"],
    tests: ["**/lib/payments/settle-payment.db.test.ts"],
    needsDatabase: true,
  },
};

/** @returns the exit code: not 0 below the score that stryker.config.mjs asks for. */
export function startMutation(name, template) {
  const { mutate, tests } = parts[name];
  return run(
    `mutation-${name}`,
    onNode(inProject("node_modules/@stryker-mutator/core/bin/stryker.js"), "run"),
    {
      show: true,
      withinMs: LONGEST_MS,
      env: {
        ...testSettings({ port: 3200, simulatorPort: 4210, databaseUrl: NO_DATABASE }),
        ...(template ? { TEST_TEMPLATE_URL: template } : {}),
        MUTATE: JSON.stringify(mutate),
        MUTATION_PART: name,
        MUTATION_TESTS: JSON.stringify(tests),
      },
    },
  );
}
