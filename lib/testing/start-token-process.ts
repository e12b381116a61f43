import { startProcess, type TestProcess } from "./start-process";
import type { TokenWork } from "./token-process";

/** A process of the shop that does nothing but hold its wallet's token. */
export type TokenProcess = TestProcess<TokenWork>;

/** `skewMinutes` sets its clock wrong; `failpoint` is where it dies, as in lib/platform/failpoint.ts. */
export const startTokenProcess = ({
  skewMinutes = 0,
  failpoint,
}: { skewMinutes?: number; failpoint?: string } = {}): Promise<TokenProcess> =>
  startProcess("lib/testing/token-process.ts", {
    SKEW_MINUTES: String(skewMinutes),
    FAILPOINT: failpoint,
  });
