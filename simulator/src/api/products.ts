import { refusal } from "../errors.ts";
import type { Product } from "../tokens.ts";
import { fieldsOf, ok, textOf, type ApiCall, type Operation } from "./api-call.ts";

/** The payment that a call is about. Refund has it in its body, spelled in either way (§4.6). */
function paymentOf({ simulator, id, body }: ApiCall) {
  const fields = fieldsOf(body);
  return simulator.payments.find(id || textOf(fields["paymentID"] ?? fields["paymentId"]));
}

/** A product knows its own payments only: another host's paymentID is 2002 here, although the money is one. */
export const forProduct = (product: Product, operation: Operation): Operation => ({
  ...operation,
  answer: (call) => {
    const payment = paymentOf(call);
    const isForeign = payment !== undefined && (payment.hosted !== undefined) !== (product === "url");
    return isForeign ? ok(refusal("2002")) : operation.answer(call);
  },
});
