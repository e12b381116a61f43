import { env } from "@/lib/platform/env";
import type { MessageSender } from "./message-sender";
import { smsSender } from "./send-sms";
import { emailSender } from "./send-email";

const store = globalThis as { __messageSenders?: readonly MessageSender[] };

/**
 * The ways out that this shop has set up: none, and every message stays in the back office, where it can be read. The only
 * place that builds them.
 */
export const installedSenders = (): readonly MessageSender[] => (store.__messageSenders ??= build());

function build(): readonly MessageSender[] {
  const { SMTP_URL, MAIL_FROM, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, SMS_SENDER_ID } = env();
  return [
    ...(SMS_GATEWAY_URL && SMS_GATEWAY_TOKEN && SMS_SENDER_ID
      ? [smsSender({ url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN, senderId: SMS_SENDER_ID })]
      : []),
    ...(SMTP_URL && MAIL_FROM ? [emailSender({ url: SMTP_URL, from: MAIL_FROM })] : []),
  ];
}
