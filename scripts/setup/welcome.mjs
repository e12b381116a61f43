import { inData } from "./project.mjs";
import { usesSimulator } from "./settings.mjs";

const TEST_WALLET = "wallet 01770618575, OTP 123456, PIN 12121";
const WALLET_WITH_TOO_LITTLE = "wallet 01823074817";

/** The block that a person reads when everything is up. */
export function whatToTry({ settings, command, hasOwnDatabase }) {
  const shop = settings.APP_URL;
  const lines = [
    "",
    "  Ready.",
    "",
    `  Shop           ${shop}/bn  (বাংলা)     ${shop}/en  (English)`,
    ...(usesSimulator()
      ? [
          `  Pay with       ${TEST_WALLET}`,
          `  No balance     ${WALLET_WITH_TOO_LITTLE}, same OTP and PIN`,
          "  Pay twice      the same amount from one wallet within two minutes: bKash refuses it (2029), so does this one",
          `  Simulator      http://localhost:${settings.SIMULATOR_PORT}  (it plays bKash; no money moves)`,
        ]
      : [`  bKash          ${settings.BKASH_MODE}, with the credentials that you gave`]),
    `  Merchant       ${shop}/admin   ${settings.DEMO_MERCHANT_EMAIL}   ${settings.DEMO_MERCHANT_PASSWORD}`,
    "",
    `  Stop           Ctrl-C. ${hasOwnDatabase ? "Orders stay in .data, " : "Orders stay in your database, "}${command} brings them back.`,
    `  Logs           ${inData("logs")}`,
    "",
  ];
  return lines.join("\n");
}
