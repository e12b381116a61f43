import type { ErrorCode } from "../errors.ts";
import type { Product } from "../tokens.ts";

const EXECUTE: readonly ErrorCode[] = [
  "2002",
  "2015",
  "2023",
  "2029",
  "2037",
  "2038",
  "2056",
  "2060",
  "2062",
  "2117",
  "503",
];
const AUTHORISED: readonly ErrorCode[] = ["2002", "2056", "2068", "2069"];
const CREATE: readonly ErrorCode[] = ["2006", "2007", "2008", "2031", "2047"];
const NO_REFUND: readonly ErrorCode[] = ["2023", "2034", "2071", "2074", "2075", "2076", "2077"];

/** Every errorCode that an operation of its own accord answers with, by the operation's path. */
const CODES: Readonly<Record<Product, Readonly<Record<string, readonly ErrorCode[]>>>> = {
  iframe: {
    "/token/grant": [],
    "/token/refresh": [],
    "/payment/create": CREATE,
    "/payment/execute/:id": EXECUTE,
    "/payment/query/:id": ["2002"],
    "/payment/search/:id": ["2033"],
    "/payment/capture/:id": AUTHORISED,
    "/payment/void/:id": AUTHORISED,
    "/payment/refund": ["2002", "2006", "2026", "2056", ...NO_REFUND],
    "/payment/organizationBalance": [],
    "/payment/intraAccountTransfer": ["2006", "2007", "2023", "2032"],
    "/payment/b2cPayment": ["2006", "2007", "2012", "2023", "2031"],
  },
  url: {
    "/token/grant": [],
    "/token/refresh": [],
    "/create": [...CREATE, "2048", "2049", "2063", "2064"],
    "/execute": EXECUTE,
    "/payment/status": ["2002"],
    "/payment/confirm/capture": AUTHORISED,
    "/payment/confirm/void": AUTHORISED,
    "/payment/refund": ["2002", "2006", "2026", "2056", ...NO_REFUND],
    "/general/searchTransaction": ["2033"],
    "/general/searchTran": ["2033"],
    "/agreement/status": ["2051"],
    "/agreement/cancel": ["2051"],
    // Refund v2, below its own base.
    "/transaction": ["2002", "2072", "2127", ...NO_REFUND],
    "/status": ["2002", "2077", "2127"],
  },
};

/** The codes of an operation. The gateway in front of all of them adds 2001 and 2025. */
export const codesOf = (product: Product, path: string): readonly ErrorCode[] => CODES[product][path] ?? [];
