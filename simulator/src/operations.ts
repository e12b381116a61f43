/** The calls of the merchant API, by the names that faults, the call log and the settings use. */
export const OPERATION_NAMES = [
  "grant",
  "refresh",
  "create",
  "execute",
  "query",
  "search",
  "capture",
  "void",
  "refund",
  "refundStatus",
  "organizationBalance",
  "intraAccountTransfer",
  "b2cPayment",
] as const;

export type OperationName = (typeof OPERATION_NAMES)[number];

/** What the browser asks for: the script, the frame's page, and the steps of the window. */
export const BROWSER_OPERATION_NAMES = [
  "script",
  "frame",
  "window.wallet",
  "window.app",
  "window.resend",
  "window.otp",
  "window.pin",
  "window.cancel",
] as const;

export type FaultOperation = OperationName | (typeof BROWSER_OPERATION_NAMES)[number];

export const isOfBrowser = (operation: FaultOperation): boolean =>
  (BROWSER_OPERATION_NAMES as readonly string[]).includes(operation);
