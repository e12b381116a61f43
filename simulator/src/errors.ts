/** The published texts of the codes that this simulator can answer with (§6). */
const PUBLISHED = {
  "2001": "Invalid App Key",
  "2002": "Invalid Payment ID",
  "2003": "Process failed",
  "2006": "Invalid amount",
  "2007": "Invalid currency",
  "2008": "Invalid intent",
  "2009": "Invalid Wallet",
  "2010": "Invalid OTP",
  "2011": "Invalid PIN",
  "2012": "Invalid Receiver MSISDN",
  "2013": "Resend Limit Exceeded",
  "2014": "Wrong PIN",
  "2015": "Wrong PIN count exceeded",
  "2016": "Wrong verification code",
  "2017": "Wrong verification limit exceeded",
  "2018": "OTP verification time expired",
  "2019": "PIN verification time expired",
  "2020": "Exception Occurred",
  "2023": "Insufficient Balance",
  "2025": "Invalid request body",
  "2026": "The reversal amount cannot be greater than the original transaction amount",
  "2028": "Reverse failed because the transaction serial number does not exist",
  "2029": "Duplicate for all transactions",
  "2031": "Invalid merchant invoice number",
  "2032": "Invalid transfer type",
  "2033": "Transaction not found",
  "2034": "The transaction cannot be reversed because the original transaction has been reversed",
  "2037": "The account of the debit party is in a state which prohibits execution of this transaction",
  "2038": "Debit party identity tag prohibits execution of this transaction",
  "2047": "TLV Data Format Error",
  "2048": "Invalid Payer Reference",
  "2049": "Invalid Merchant Callback URL",
  "2051": "Invalid Agreement ID",
  "2056": "Invalid Payment State",
  "2057": "Not a bKash Account",
  "2058": "Not a Customer Wallet",
  "2059": "Multiple OTP request for a single session denied",
  "2060": "Payment execution pre-requisite hasn't been met",
  "2062": "The payment has already been completed",
  "2063": "Mode is not valid as per request data",
  "2064": "This product mode currently unavailable",
  "2065": "Mandatory field missing",
  "2068": "Transaction has already been completed",
  "2069": "Transaction has already been cancelled",
  "2071": "Refund after %s days not allowed",
  "2072": "Refund amount not valid",
  "2073": "Invalid SKU",
  "2074": "The transaction cannot be reversed",
  "2075": "SKU Character Limit Exceeded",
  "2076": "Reason Character Limit Exceeded",
  "2077": "Invalid TrxID",
  "2078": "Invalid Reason",
  "2117": "The payment execution has already been completed",
  "2119": "The authorized payment has already been processed",
  "2127": "Transaction not yet completed",
  "503": "System is undergoing maintenance. Please try again later",
} as const;

export type ErrorCode = keyof typeof PUBLISHED;

/** A business failure: HTTP 200 with this body, and no statusCode (§2). */
export interface Refusal {
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** @param fill replaces `%s` in the published text, e.g. the number of days of 2071. */
export const refusal = (errorCode: ErrorCode, fill = ""): Refusal => ({
  errorCode,
  errorMessage: PUBLISHED[errorCode].replace("%s", fill),
});

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(PUBLISHED, code);

export const isRefusal = (value: object): value is Refusal => "errorCode" in value;

/** Bodies of the API gateway in front of bKash's own code: a bare `message` (§2). */
export const GATEWAY = {
  unauthorized: { status: 401, body: { message: "Unauthorized" } },
  tokenExpired: { status: 401, body: { message: "The incoming token has expired" } },
  contentTypeMissing: {
    status: 400,
    body: { message: "Missing required request parameters: [Content-Type]" },
  },
  forbidden: { status: 403, body: { message: "Forbidden" } },
  signatureExpected: {
    status: 403,
    body: {
      message:
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
        "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either " +
        "a 'X-Amz-Date' or a 'Date' header.",
    },
  },
  notFound: { status: 404, body: { message: "Not Found" } },
  timedOut: { status: 504, body: { message: "Endpoint request timed out" } },
  internal: { status: 500, body: { message: "Internal server error" } },
  systemError: { status: 200, body: { statusCode: "9999", statusMessage: "System Error." } },
} as const;
