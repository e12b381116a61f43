import { isRefusal, refusal } from "../errors.ts";
import type { Product } from "../tokens.ts";
import { fieldsOf, ok, textOf, type ApiCall, type Operation } from "./api-call.ts";
import { codesOf } from "./operation-codes.ts";

/** The payment that a call is about. Refund has it in its body, spelled in either way (§4.6). */
function paymentOf({ simulator, id, body }: ApiCall) {
  const fields = fieldsOf(body);
  return simulator.payments.find(id || textOf(fields["paymentID"] ?? fields["paymentId"]));
}

/**
 * An operation as a product has it. A product knows its own payments only: another host's paymentID is 2002 here,
 * although the money is one.
 * @throws Error, from `answer`, when it refuses with a code that it is not known to have.
 */
export function forProduct(product: Product, operation: Operation): Operation {
  const codes: readonly string[] = codesOf(product, operation.path);
  const answer = async (call: ApiCall) => {
    const payment = paymentOf(call);
    const isForeign = payment !== undefined && (payment.hosted !== undefined) !== (product === "url");
    const given = isForeign ? ok(refusal("2002")) : await operation.answer(call);
    if (isRefusal(given.body) && !codes.includes(given.body.errorCode)) {
      throw new Error(`${product} ${operation.path} has no errorCode ${given.body.errorCode}`);
    }
    return given;
  };
  return { ...operation, answer };
}
