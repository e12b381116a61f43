// BKASH_SIMULATOR_MARKER_5f1c: the log of requests. What is open stays open while new ones come in.
import { look } from "./control.js";
import { code, el, json, pill, timeOf } from "./dom.js";
import { latestCalls, versionOf } from "./live.js";

const SHOWN = 200;

/** @returns the log's element and a function that brings it up to date. */
export function callLog(isWanted) {
  const rows = new Map();
  const list = el("ol", { className: "log" });
  const empty = el("p", { className: "empty" }, "No requests yet. Point your integration here: see Set-up.");
  const update = () => {
    const wanted = latestCalls().filter(isWanted).slice(0, SHOWN);
    const keys = new Set(wanted.map(keyOf));
    for (const [key, row] of rows) {
      if (keys.has(key)) continue;
      row.item.remove();
      rows.delete(key);
    }
    for (const call of wanted.toReversed()) {
      const row = rows.get(keyOf(call));
      if (row) row.update(call);
      else rows.set(keyOf(call), prepend(list, callRow(call)));
    }
    empty.hidden = wanted.length > 0;
  };
  update();
  return { element: el("div", {}, empty, list), update };
}

const keyOf = ({ number, at }) => `${number} ${at}`;

function prepend(list, row) {
  list.prepend(row.item);
  return row;
}

function callRow(first) {
  const summary = el("summary", {});
  const exchange = el("div", { className: "exchange" });
  const details = el(
    "details",
    { ontoggle: () => details.open && fill(exchange, first.number) },
    summary,
    exchange,
  );
  let shown = "";
  const update = (call) => {
    if (versionOf(call) === shown) return;
    shown = versionOf(call);
    summary.replaceChildren(...line(call));
    if (details.open) void fill(exchange, call.number);
  };
  update(first);
  return { item: el("li", {}, details), update };
}

function line({ at, method, path, operation, status, errorCode, durationMs, fault }) {
  return [
    el("time", { dateTime: at }, timeOf(at)),
    el("span", { className: "what" }, el("b", {}, operation), " ", el("code", {}, `${method} ${path}`)),
    fault ? pill(fault, "odd") : "",
    errorCode ? pill(errorCode, "bad") : "",
    status === null ? pill("no answer", "odd") : pill(status, status < 400 ? "good" : "bad"),
    el("span", { className: "took" }, durationMs === null ? "" : `${durationMs} ms`),
  ].filter((part) => part !== "");
}

async function fill(container, number) {
  const call = await look(`calls/${number}`);
  const { request, response, ...facts } = call;
  const part = (title, side) =>
    el("section", {}, el("h4", {}, title), ...sideParts(title, side, facts.status));
  const ids = [facts.paymentID, facts.merchantInvoiceNumber].filter(Boolean);
  container.replaceChildren(
    ids.length > 0 ? el("p", {}, ...ids.flatMap((id) => [code(id), " "])) : "",
    part("Request", request ?? null),
    part("Answer", response ?? null),
  );
}

// The body first: headers are looked at when the body does not explain it.
function sideParts(title, side, status) {
  const quiet = (text) => el("p", { className: "quiet" }, text);
  if (!side) return [quiet(status === null ? "Not answered." : "Not kept any more.")];
  const lines = Object.entries(side.headers).map(([name, value]) => `${name}: ${value}`);
  return [
    side.body === "" ? quiet("No body.") : json(`${title}: body`, side.body),
    side.isCut ? quiet("The body was longer than what is kept.") : "",
    el(
      "details",
      {},
      el("summary", {}, `${lines.length} headers`),
      json(`${title}: headers`, lines.join("\n")),
    ),
  ];
}
