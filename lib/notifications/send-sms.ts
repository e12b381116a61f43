import { createHash } from "node:crypto";
import { z } from "zod";
import { Undeliverable, type MessageSender, type OutgoingMessage } from "./message-sender";

/**
 * The shape of SSL Wireless' ISMS Plus API (v3, `…/api/v3/send-sms`), which other gateways of the country resemble: JSON with
 * token, sender and number; `status` says what became of it. Another provider's gateway is another file like this one.
 */
export interface SmsGateway {
  /** https, or http on this machine. */
  url: string;
  token: string;
  /** What the phone shows as the sender (`sid`), as the gateway registered it. */
  senderId: string;
}

const gatewayAnswer = z.looseObject({
  status: z.string(),
  error_message: z.string().nullish(),
});

export const smsSender = (gateway: SmsGateway): MessageSender => ({
  channel: "sms",
  send: (message, signal) => sendSms(gateway, message, signal),
});

async function sendSms(
  { url, token, senderId }: SmsGateway,
  { messageId, to, text }: OutgoingMessage,
  signal: AbortSignal,
): Promise<void> {
  if (to.phone === null) throw new Undeliverable("there is no phone number");
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      api_token: token,
      sid: senderId,
      msisdn: to.phone.replace(/^\+/, ""),
      sms: text,
      csms_id: shortId(messageId),
    }),
    signal,
    redirect: "error",
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  const answer = gatewayAnswer.safeParse(parseJson(body));
  if (!answer.success) throw new Error("the SMS gateway's answer cannot be read");
  const { status, error_message: why } = answer.data;
  if (status.toUpperCase() === "SUCCESS") return;
  const said = `the SMS gateway refused: ${(why ?? status).slice(0, 200)}`;
  // What is wrong with the number stays wrong; an empty account or a busy gateway does not.
  throw /msisdn|invalid (number|mobile)|black ?list/i.test(why ?? "")
    ? new Undeliverable(said)
    : new Error(said);
}

/** The gateway knows a message by 20 letters at most, and takes the same ones once a day. */
const shortId = (messageId: string): string =>
  createHash("sha256").update(messageId).digest("hex").slice(0, 20);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
