import { startProcess, type TestProcess } from "./start-process";
import type { ShopWork } from "./shop-process";

/** A process of the shop beside this one, on the same database and the same bKash. */
export type ShopProcess = TestProcess<ShopWork>;

/** `failpoint` is where it dies, as in lib/platform/failpoint.ts: `execute:claimed:kill`. */
export const startShopProcess = ({ failpoint }: { failpoint?: string } = {}): Promise<ShopProcess> =>
  startProcess("lib/testing/shop-process.ts", { FAILPOINT: failpoint });
