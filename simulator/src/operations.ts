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
] as const;

export type OperationName = (typeof OPERATION_NAMES)[number];
