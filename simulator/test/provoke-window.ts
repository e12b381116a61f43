import { BLOCKED, GOOD, type Bkash, type Json } from "./open-bkash.ts";

const PINS_UNTIL_LOCKED = 3;

const walletStep = async (bkash: Bkash, wallet: string) =>
  bkash.window("wallet", { paymentID: await bkash.createdId(), wallet });

/** A window that waits for its code, or for its PIN. */
async function atCode(bkash: Bkash): Promise<string> {
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  return paymentID;
}
async function atPin(bkash: Bkash): Promise<string> {
  const paymentID = await atCode(bkash);
  await bkash.window("otp", { paymentID, otp: "123456" });
  return paymentID;
}

const later = (bkash: Bkash, advanceSeconds: number) => bkash.control("POST", "clock", { advanceSeconds });

async function repeat(times: number, step: () => Promise<Json>): Promise<Json> {
  let last: Json = {};
  for (let at = 0; at < times; at += 1) last = await step();
  return last;
}

/** The payment window's steps (§8): code → how to be answered with it. */
export const TO_WINDOW: Readonly<Record<string, Readonly<Record<string, (bkash: Bkash) => Promise<Json>>>>> =
  {
    wallet: {
      "2003": (bkash) => walletStep(bkash, "01300002003"),
      "2009": (bkash) => walletStep(bkash, "0177"),
      "2056": (bkash) => bkash.window("wallet", { paymentID: "UNKNOWN", wallet: GOOD }),
    },
    app: {
      "2003": async (bkash) => bkash.window("app", { paymentID: await bkash.createdId(), token: "nobody" }),
      "2056": (bkash) => bkash.window("app", { paymentID: "UNKNOWN", token: BLOCKED }),
    },
    resend: {
      "2013": async (bkash) => {
        const paymentID = await atCode(bkash);
        return repeat(3, async () => {
          await later(bkash, 31);
          return bkash.window("resend", { paymentID });
        });
      },
      "2056": async (bkash) => bkash.window("resend", { paymentID: await bkash.createdId() }),
      "2059": async (bkash) => bkash.window("resend", { paymentID: await atCode(bkash) }),
    },
    otp: {
      "2010": async (bkash) => bkash.window("otp", { paymentID: await atCode(bkash), otp: "12" }),
      "2016": async (bkash) => bkash.window("otp", { paymentID: await atCode(bkash), otp: "654321" }),
      "2017": async (bkash) => {
        const paymentID = await atCode(bkash);
        return repeat(3, () => bkash.window("otp", { paymentID, otp: "654321" }));
      },
      "2018": async (bkash) => {
        const paymentID = await atCode(bkash);
        await later(bkash, 121);
        return bkash.window("otp", { paymentID, otp: "123456" });
      },
      "2056": async (bkash) => bkash.window("otp", { paymentID: await bkash.createdId(), otp: "123456" }),
    },
    pin: {
      "2011": async (bkash) => bkash.window("pin", { paymentID: await atPin(bkash), pin: "1" }),
      "2014": async (bkash) => bkash.window("pin", { paymentID: await atPin(bkash), pin: "54321" }),
      "2015": async (bkash) => {
        const paymentID = await atPin(bkash);
        return repeat(PINS_UNTIL_LOCKED, () => bkash.window("pin", { paymentID, pin: "54321" }));
      },
      "2019": async (bkash) => {
        const paymentID = await atPin(bkash);
        await later(bkash, 121);
        return bkash.window("pin", { paymentID, pin: "12121" });
      },
      "2056": async (bkash) => bkash.window("pin", { paymentID: await atCode(bkash), pin: "12121" }),
    },
  };
