import { createTransport, type Transporter } from "nodemailer";
import { Undeliverable, type MessageSender, type OutgoingMessage } from "./message-sender";
import { writeLetter } from "./write-letter";

export interface MailServer {
  /** `smtps://user:password@host:465`, or `smtp://` with STARTTLS. */
  url: string;
  /** `Haat <orders@haat.example>`. */
  from: string;
}

/** A connection is opened for each message: a shop sends a few in a minute, and serverless keeps none open. */
export function emailSender({ url, from }: MailServer): MessageSender {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 15_000 });
  return {
    channel: "email",
    send: (message, signal) => untilAborted(sendEmail(transport, from, message), signal),
  };
}

async function sendEmail(transport: Transporter, from: string, message: OutgoingMessage): Promise<void> {
  const { to, subject, messageId } = message;
  if (to.email === null) throw new Undeliverable("there is no e-mail address");
  const { html, text } = await writeLetter(message);
  try {
    await transport.sendMail({
      from,
      // As an object: what a shopper typed can never become a second address.
      to: { name: "", address: to.email },
      subject,
      messageId,
      html,
      text,
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": message.locale },
    });
  } catch (error) {
    throw isRefusedForGood(error) ? new Undeliverable(error.message) : error;
  }
}

/** 5xx to the address itself: no such mailbox. A 5xx to the sign-in is the merchant's setting, and is tried again. */
const isRefusedForGood = (error: unknown): error is Error =>
  error instanceof Error &&
  "code" in error &&
  error.code === "EENVELOPE" &&
  "responseCode" in error &&
  Number(error.responseCode) >= 500;

function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) =>
      signal.addEventListener("abort", () => reject(new Error("the mail server did not answer in time")), {
        once: true,
      }),
    ),
  ]);
}
