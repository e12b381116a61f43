// BKASH_SIMULATOR_MARKER_5f1c: faults as switches: what is switched on waits for its request.
import { changed, control, look } from "./control.js";
import { code, el, field, heading, redraw, table } from "./dom.js";
import { scenarioForm } from "./scenarios.js";

const OPERATIONS =
  `execute query create grant refresh search capture void refund refundStatus organizationBalance
  intraAccountTransfer b2cPayment script frame window.wallet window.app window.resend window.otp window.pin
  window.cancel *`.split(/\s+/);

/** What the next switch hits; kept while one looks at other parts. */
const aim = {
  operation: "execute",
  times: "1",
  skip: "0",
  delayMs: "",
  chance: "1",
  paymentID: "",
  number: { status: "503", error: "2023" },
};

export async function faultsView(view, subject, isNew) {
  if (isNew) aim.paymentID = subject;
  const { faults, known } = await look("faults");
  redraw(
    view,
    heading("Faults"),
    await scenarioForm(),
    aimForm(),
    el("ul", { className: "switches" }, ...known.map((kind) => switchOf(kind, faults))),
    table(
      "Faults that wait",
      ["Fault", "Hits", "Still", "After", "Payment or invoice", "So far", "Action"],
      faults.map(waitingRow),
      "Nothing waits: every request is answered as bKash would.",
    ),
  );
}

function aimForm() {
  const bind = (name, control) => {
    control.value = aim[name];
    control.addEventListener("input", () => (aim[name] = control.value));
    return control;
  };
  const operations = OPERATIONS.map((name) => el("option", { value: name }, name === "*" ? "any" : name));
  const times = ["1", "2", "3", "5", "10", "always"].map((value) =>
    el(
      "option",
      { value },
      value === "1" ? "the next request" : value === "always" ? "every request" : `the next ${value}`,
    ),
  );
  return el(
    "form",
    { className: "row card", onsubmit: (event) => event.preventDefault() },
    el("h3", {}, "What the switches below hit"),
    field("Operation", bind("operation", el("select", {}, ...operations))),
    field("How often", bind("times", el("select", {}, ...times))),
    field("Let through first", bind("skip", el("input", { type: "number", min: 0 }))),
    field(
      "Delay in ms",
      bind("delayMs", el("input", { type: "number", min: 0, placeholder: "the fault's own" })),
    ),
    field(
      "Probability, up to 1",
      bind("chance", el("input", { type: "number", min: 0, max: 1, step: 0.05 })),
    ),
    field(
      "Only this paymentID",
      bind("paymentID", el("input", { placeholder: "any payment", spellcheck: false })),
    ),
  );
}

function switchOf({ fault, committed, about }, faults) {
  const family = /^(status|error)-N/.exec(fault)?.[1];
  const waiting = faults.filter((one) => (family ? one.fault.startsWith(`${family}-`) : one.fault === fault));
  const number =
    family &&
    el("input", {
      value: aim.number[family],
      inputMode: "numeric",
      "aria-label": family === "status" ? "HTTP status" : "errorCode",
      oninput: ({ target }) => (aim.number[family] = target.value),
    });
  const isOn = waiting.length > 0;
  const toggle = el("button", {
    type: "button",
    className: "switch",
    role: "switch",
    id: `fault-${family ?? fault}`,
    "aria-checked": String(isOn),
    "aria-label": fault,
    onclick: () => (isOn ? removeAll(waiting) : plant(family ? `${family}-${aim.number[family]}` : fault)),
  });
  return el(
    "li",
    {},
    toggle,
    el(
      "div",
      {},
      code(fault),
      number ?? "",
      el("p", {}, about),
      el("p", { className: "quiet" }, committed ? "The work is done." : "The work is not done."),
    ),
  );
}

const waitingRow = (fault) => [
  code(fault.fault),
  fault.operation === "*" ? "any" : fault.operation,
  fault.left === "always" ? "every request" : `${fault.left}×`,
  fault.skip > 0 ? `${fault.skip} more` : "–",
  fault.paymentID ?? fault.merchantInvoiceNumber ?? "any",
  `${fault.hits} hit`,
  el(
    "button",
    {
      type: "button",
      className: "small",
      "aria-label": `Remove ${fault.fault}`,
      onclick: () => removeAll([fault]),
    },
    "Remove",
  ),
];

async function plant(fault) {
  const { operation, times, skip, delayMs, chance, paymentID } = aim;
  await control("POST", "faults", {
    operation,
    fault,
    times: times === "always" ? times : Number(times),
    skip: Number(skip),
    ...(delayMs && { delayMs: Number(delayMs) }),
    ...(chance !== "1" && { probability: Number(chance) }),
    ...(paymentID && { paymentID }),
  });
  changed(`${fault} waits for ${operation === "*" ? "any request" : operation}.`);
}

async function removeAll(faults) {
  for (const { id } of faults) await control("DELETE", `faults/${id}`);
  changed("Removed.");
}
