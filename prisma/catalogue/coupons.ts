/** Coupons to try in the demo. Amounts are whole poisha, percentages hundredths of a percent. */
export const coupons = [
  { code: "WELCOME10", kind: "PERCENTAGE", basisPoints: 1000, capInPoisha: 200_00, limitPerPhone: 1 },
  { code: "TAKA100", kind: "FIXED_AMOUNT", amountInPoisha: 100_00, minimumSubtotalInPoisha: 1000_00 },
  { code: "FREEDELIVERY", kind: "FREE_DELIVERY", minimumSubtotalInPoisha: 500_00 },
] as const;
