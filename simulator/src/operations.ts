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
