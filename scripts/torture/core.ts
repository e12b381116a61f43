import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as PrismaModule from "@/generated/prisma/client";
import type * as BackgroundWork from "@/lib/background-work";
import type * as DeliverDueMessages from "@/lib/orders/deliver-due-messages";
import type * as IssueInvoice from "@/lib/fulfilment/issue-invoice";
import type * as PlaceOrder from "@/lib/orders/place-order";
import type * as ReleaseExpiredOrders from "@/lib/orders/release-expired-orders";
import type * as AskAboutRefund from "@/lib/payments/ask-about-refund";
import type * as AskWalletAgain from "@/lib/payments/ask-wallet-again";
import type * as CancelPayment from "@/lib/payments/cancel-payment";
import type * as CreatePayment from "@/lib/payments/create-payment";
import type * as ExecutePayment from "@/lib/payments/execute-payment";
import type * as Registry from "@/lib/payments/providers/registry";
import type * as Webhooks from "@/lib/payments/providers/webhooks";
import type * as QueryPayment from "@/lib/payments/query-payment";
import type * as ReceiveWebhook from "@/lib/payments/receive-webhook";
import type * as ReconcilePayments from "@/lib/payments/reconcile-payments";
import type * as ReconcileRefunds from "@/lib/payments/reconcile-refunds";
import type * as RefundPayment from "@/lib/payments/refund-payment";
import type * as SelfCheck from "@/lib/payments/self-check";
import type * as Env from "@/lib/platform/env";

/** The shop's payment core, as it lies in a folder: the project itself, or a copy with a planted bug. */
export async function loadCore(root: string) {
  const load = <Module>(path: string) => import(pathToFileURL(join(root, path)).href) as Promise<Module>;
  const [
    client,
    env,
    place,
    release,
    invoices,
    work,
    messages,
    create,
    execute,
    query,
    cancel,
    again,
    registry,
    payments,
    refunds,
    giveBack,
    ask,
    receive,
    webhooks,
    check,
  ] = await Promise.all([
    load<typeof PrismaModule>("generated/prisma/client.ts"),
    load<typeof Env>("lib/platform/env.ts"),
    load<typeof PlaceOrder>("lib/orders/place-order.ts"),
    load<typeof ReleaseExpiredOrders>("lib/orders/release-expired-orders.ts"),
    load<typeof IssueInvoice>("lib/fulfilment/issue-invoice.ts"),
    load<typeof BackgroundWork>("lib/background-work.ts"),
    load<typeof DeliverDueMessages>("lib/orders/deliver-due-messages.ts"),
    load<typeof CreatePayment>("lib/payments/create-payment.ts"),
    load<typeof ExecutePayment>("lib/payments/execute-payment.ts"),
    load<typeof QueryPayment>("lib/payments/query-payment.ts"),
    load<typeof CancelPayment>("lib/payments/cancel-payment.ts"),
    load<typeof AskWalletAgain>("lib/payments/ask-wallet-again.ts"),
    load<typeof Registry>("lib/payments/providers/registry.ts"),
    load<typeof ReconcilePayments>("lib/payments/reconcile-payments.ts"),
    load<typeof ReconcileRefunds>("lib/payments/reconcile-refunds.ts"),
    load<typeof RefundPayment>("lib/payments/refund-payment.ts"),
    load<typeof AskAboutRefund>("lib/payments/ask-about-refund.ts"),
    load<typeof ReceiveWebhook>("lib/payments/receive-webhook.ts"),
    load<typeof Webhooks>("lib/payments/providers/webhooks.ts"),
    load<typeof SelfCheck>("lib/payments/self-check.ts"),
  ]);
  const bkash = () => {
    const provider = registry.findProvider("bkash");
    if (!provider) throw new Error("bKash is not installed");
    return provider;
  };
  return {
    PrismaClient: client.PrismaClient,
    Prisma: client.Prisma,
    /** The settings of every process: the same object as the core reads. */
    settings: env.env(),
    bkash,
    placeOrder: place.placeOrder,
    releaseExpiredOrders: () => release.releaseExpiredOrders({ limit: 200 }),
    renewTokens: work.renewTokens,
    reconcilePayments: () => payments.reconcilePayments({ limit: 100, deadlineMs: 45_000 }),
    reconcileRefunds: () => refunds.reconcileRefunds({ limit: 50, deadlineMs: 30_000 }),
    issueDueInvoices: () => invoices.issueDueInvoices({ limit: 200 }),
    deliverDueMessages: messages.deliverDueMessages,
    createPayment: create.createPayment,
    executePayment: execute.executePayment,
    queryPayment: query.queryPayment,
    cancelPayment: cancel.cancelPayment,
    askWalletAgain: again.askWalletAgain,
    requestRefund: giveBack.requestRefund,
    askAboutRefund: ask.askAboutRefund,
    receiveWebhook: receive.receiveWebhook,
    webhooks: () => {
      const found = webhooks.webhooksOf("bkash");
      if (!found) throw new Error("bKash tells nothing by itself");
      return found;
    },
    selfCheckRules: check.selfCheckRules,
  };
}

export type Core = Awaited<ReturnType<typeof loadCore>>;
