import { SANDBOX_OTP, SANDBOX_PIN, type Wallet } from "../bank.ts";
import { refusal, type ErrorCode, type Refusal } from "../errors.ts";
import { magicInWindow } from "../magic.ts";
import type { Payment, WindowSession } from "../payments.ts";
import type { Simulator } from "../simulator.ts";

/** Seconds that the frame counts down on screen. */
export interface CodeTimes {
  readonly resendInSeconds: number;
  readonly expiresInSeconds: number;
}

export type WindowAnswer<T> = { readonly ok: true; readonly data: T } | ({ readonly ok: false } & Refusal);

const MSISDN = /^01[3-9]\d{8}$/;
const MSISDN_LENGTH = 11;

/**
 * What stands behind the customer's window: wallet, code, PIN (§8). Codes go to nobody's phone; 123456 and 12121 are
 * the sandbox's (§9). The limits are switches, because bKash publishes none.
 */
export class CheckoutWindow {
  readonly #simulator: Simulator;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  /** Step 1: "sends" the code. 2009 bad number, 2003 no such account (§8). Starting again starts afresh. */
  submitWallet(paymentID: string, wallet: string): WindowAnswer<CodeTimes> {
    const payment = this.#open(paymentID);
    if (!payment) return no("2056");
    if (!MSISDN.test(wallet)) return no("2009");
    if (!this.#simulator.bank.wallet(wallet)) return no("2003");
    const trick = magicInWindow(this.#simulator.settings, payment, wallet, "wallet");
    if (trick) return no(trick);
    const now = this.#simulator.clock.now();
    payment.session = { wallet, step: "otp", codeSentAt: now, resends: 0, wrongCodes: 0, pinAskedAt: 0 };
    return yes(this.#codeTimes());
  }

  /**
   * The customer comes from the wallet's own app, whose token stands for number and code (§8, toOnlyPin). Real tokens
   * are opaque; here one ends with the wallet's number.
   */
  submitAppToken(
    paymentID: string,
    token: string,
  ): WindowAnswer<{ wallet: string; expiresInSeconds: number }> {
    const payment = this.#open(paymentID);
    if (!payment) return no("2056");
    const wallet = this.#simulator.bank.wallet(token.slice(-MSISDN_LENGTH));
    if (!wallet) return no("2003");
    const now = this.#simulator.clock.now();
    const session = { wallet: wallet.msisdn, codeSentAt: now, resends: 0, wrongCodes: 0, pinAskedAt: now };
    payment.session = { ...session, step: "pin" };
    return yes({ wallet: wallet.msisdn, expiresInSeconds: this.#simulator.settings.pinLifetimeSeconds });
  }

  /** Sends the code again: not before the countdown (2059), not more often than allowed (2013). */
  resend(paymentID: string): WindowAnswer<CodeTimes> {
    const session = this.#session(paymentID, "otp");
    if (!session) return no("2056");
    const { otpResends, otpResendAfterSeconds } = this.#simulator.settings;
    if (session.resends >= otpResends) return no("2013");
    if (this.#secondsSince(session.codeSentAt) < otpResendAfterSeconds) return no("2059");
    session.resends += 1;
    session.codeSentAt = this.#simulator.clock.now();
    return yes(this.#codeTimes());
  }

  /** Step 2: 2010 malformed, 2018 too late, 2016 wrong, 2017 wrong too often. */
  submitCode(paymentID: string, code: string): WindowAnswer<{ expiresInSeconds: number }> {
    const session = this.#session(paymentID, "otp");
    const payment = this.#open(paymentID);
    if (!session || !payment) return no("2056");
    const { otpTries, otpLifetimeSeconds, pinLifetimeSeconds } = this.#simulator.settings;
    if (session.wrongCodes >= otpTries) return no("2017");
    if (!/^\d{6}$/.test(code)) return no("2010");
    if (this.#secondsSince(session.codeSentAt) >= otpLifetimeSeconds) return no("2018");
    const trick = magicInWindow(this.#simulator.settings, payment, session.wallet, "otp");
    if (trick) return no(trick);
    if (code !== SANDBOX_OTP) {
      session.wrongCodes += 1;
      return no(session.wrongCodes >= otpTries ? "2017" : "2016");
    }
    session.step = "pin";
    session.pinAskedAt = this.#simulator.clock.now();
    return yes({ expiresInSeconds: pinLifetimeSeconds });
  }

  /** Step 3: authorises, moves no money (§4.2). 2011 malformed, 2019 too late, 2014 wrong, 2015 wrong too often. */
  submitPin(paymentID: string, pin: string): WindowAnswer<object> {
    const session = this.#session(paymentID, "pin");
    const payment = this.#open(paymentID);
    const wallet = session && this.#simulator.bank.wallet(session.wallet);
    if (!session || !payment || !wallet) return no("2056");
    if (wallet.status === "pin-locked") return no("2015");
    if (!/^\d{5}$/.test(pin)) return no("2011");
    if (this.#secondsSince(session.pinAskedAt) >= this.#simulator.settings.pinLifetimeSeconds)
      return no("2019");
    if (pin !== SANDBOX_PIN) return this.#wrongPin(wallet);
    const trick = magicInWindow(this.#simulator.settings, payment, wallet.msisdn, "pin");
    if (trick) return no(trick);
    wallet.wrongPins = 0;
    const late = this.#simulator.payments.authorise(payment, wallet.msisdn);
    return late ? { ok: false, ...late } : yes({});
  }

  /** The customer closed the window. bKash does not tell the merchant (§7.6). */
  cancel(paymentID: string): WindowAnswer<object> {
    const payment = this.#simulator.payments.find(paymentID);
    if (payment) this.#simulator.payments.cancel(payment);
    return yes({});
  }

  #wrongPin(wallet: Wallet): WindowAnswer<never> {
    wallet.wrongPins += 1;
    if (wallet.wrongPins < this.#simulator.settings.pinTries) return no("2014");
    wallet.status = "pin-locked";
    return no("2015");
  }

  // A window that was closed may be opened again for the same payment: only the merchant decides to give it up.
  #open(paymentID: string): Payment | undefined {
    const payment = this.#simulator.payments.find(paymentID);
    const canPay =
      payment?.state === "open" || payment?.state === "cancelled" || payment?.state === "authorised";
    return payment && canPay && !this.#simulator.payments.isExpired(payment) ? payment : undefined;
  }

  #session(paymentID: string, step: WindowSession["step"]): WindowSession | undefined {
    const session = this.#open(paymentID)?.session;
    return session?.step === step ? session : undefined;
  }

  #secondsSince(at: number): number {
    return (this.#simulator.clock.now() - at) / 1000;
  }

  #codeTimes(): CodeTimes {
    const { otpResendAfterSeconds, otpLifetimeSeconds } = this.#simulator.settings;
    return { resendInSeconds: otpResendAfterSeconds, expiresInSeconds: otpLifetimeSeconds };
  }
}

/** "0000", or the code of the refusal. */
export const codeOf = (answer: WindowAnswer<object>): string => (answer.ok ? "0000" : answer.errorCode);

const yes = <T>(data: T): WindowAnswer<T> => ({ ok: true, data });
const no = (code: ErrorCode): WindowAnswer<never> => ({ ok: false, ...refusal(code) });
