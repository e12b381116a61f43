// BKASH_SIMULATOR_MARKER_5f1c: where bKash has published no answer, all answers side by side.
import { control, look, say } from "./control.js";
import { el, heading, redraw } from "./dom.js";

let wanted = "";

export async function switchesView(view) {
  const [{ switches }, settings] = [await look("switches"), await look("settings")];
  const list = el("div", { className: "grid" });
  const draw = () =>
    list.replaceChildren(
      ...switches
        .filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(wanted.toLowerCase()))
        .map((one) => card(one, settings[one.name])),
    );
  const search = el("input", {
    type: "search",
    value: wanted,
    oninput: ({ target }) => {
      wanted = target.value;
      draw();
    },
  });
  draw();
  redraw(
    view,
    heading("Switches"),
    el(
      "p",
      {},
      "Changes count at once. (§ names the chapter of the protocol notes, “not published” what is a guess.)",
    ),
    el("label", { className: "field" }, el("span", {}, "Search"), search),
    list,
  );
}

function card({ name, default: byDefault, allowed, about }, value) {
  const isChanged = value !== byDefault;
  return el(
    "fieldset",
    { className: isChanged ? "card changed" : "card" },
    el("legend", {}, name),
    el("p", {}, about),
    allowed.includes(" | ") ? choices(name, allowed, value) : entry(name, value),
    isChanged ? el("p", { className: "quiet" }, `Default: ${JSON.stringify(byDefault)}`) : "",
  );
}

const choices = (name, allowed, value) =>
  el(
    "p",
    { className: "row" },
    ...allowed.split(" | ").map((text) => {
      const answer = JSON.parse(text);
      const radio = el("input", {
        type: "radio",
        name,
        checked: answer === value,
        onchange: () => set(name, answer),
      });
      return el("label", { className: "check" }, radio, String(answer));
    }),
  );

function entry(name, value) {
  const isNumber = typeof value === "number";
  return el("input", {
    type: isNumber ? "number" : "text",
    value: String(value),
    "aria-label": name,
    onchange: ({ target }) => set(name, isNumber ? Number(target.value) : target.value),
  });
}

async function set(name, value) {
  await control("PATCH", "settings", { [name]: value });
  say(`${name} is now ${JSON.stringify(value)}.`);
}
