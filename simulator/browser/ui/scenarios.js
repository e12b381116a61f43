// BKASH_SIMULATOR_MARKER_5f1c: situations with a name: switches and faults at one stroke.
import { changed, control, look } from "./control.js";
import { el, field } from "./dom.js";

let chosen = "calm";

export async function scenarioForm() {
  const { scenarios } = await look("scenarios");
  const about = el("div", { className: "scenario" });
  const explain = () => {
    const scenario = scenarios.find(({ name }) => name === chosen);
    const steps = scenario?.steps ?? [];
    about.replaceChildren(
      el("p", {}, scenario?.about ?? ""),
      el("ol", { className: "steps" }, ...steps.map((step) => el("li", {}, step))),
    );
  };
  const select = el(
    "select",
    {
      onchange: () => {
        chosen = select.value;
        explain();
      },
    },
    ...scenarios.map(({ name }) => el("option", { selected: name === chosen }, name)),
  );
  explain();
  return el(
    "form",
    { className: "row card", onsubmit: play },
    el("h3", {}, "Play a scenario"),
    field("Scenario", select),
    el("button", { className: "strong" }, "Play"),
    about,
  );
}

async function play(event) {
  event.preventDefault();
  await control("POST", `scenarios/${chosen}`, {});
  changed(`${chosen} is being played.`);
}
