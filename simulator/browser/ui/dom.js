// BKASH_SIMULATOR_MARKER_5f1c: small pieces of page. Text is always text: nothing that was received becomes markup.

/** An element. Props that start with "on" listen; "aria-…", "data-…" and "for" are attributes; the rest are properties. */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ""));
  return element;
}

/** Entries that somebody has begun to change: news from elsewhere does not take them back. */
const touched = new WeakSet();
document.addEventListener("input", ({ target }) => touched.add(target));

const ENTRIES = "select, textarea, input:not([type=radio], [type=checkbox])";

/** What was typed in `container` has been taken, or is of no use any more: the next drawing shows what there is. */
export function forgetTyped(container) {
  for (const entry of container.querySelectorAll(ENTRIES)) touched.delete(entry);
}

/** Replaces what is in `container`; whoever came by keyboard stays where they were, and what was typed stays typed. */
export function redraw(container, ...children) {
  const focused = container.contains(document.activeElement) ? keyOf(document.activeElement) : "";
  const typed = new Map(
    [...container.querySelectorAll(ENTRIES)]
      .filter((entry) => touched.has(entry))
      .map((entry) => [nameOf(entry), entry.value]),
  );
  container.replaceChildren(...children);
  for (const entry of container.querySelectorAll(ENTRIES)) {
    const value = typed.get(nameOf(entry));
    if (value === undefined) continue;
    entry.value = value;
    touched.add(entry);
  }
  if (!focused) return;
  const same = [...container.querySelectorAll("a, button, input, select, summary, pre, .scroll")].find(
    (candidate) => keyOf(candidate) === focused,
  );
  same?.focus({ preventScroll: true });
}

const nameOf = (entry) => entry.getAttribute("aria-label") ?? entry.closest("label")?.textContent;

const keyOf = (element) =>
  element.id || element.getAttribute("href") || element.getAttribute("aria-label") || element.textContent;

export const heading = (text) => el("h2", { tabIndex: -1 }, text);

/** A table that scrolls by itself when the screen is narrow. */
export function table(caption, heads, rows, empty) {
  if (rows.length === 0) return el("p", { className: "empty" }, empty);
  const head = el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text)));
  return el(
    "div",
    { className: "scroll", tabIndex: 0, role: "region", "aria-label": caption },
    el(
      "table",
      {},
      el("caption", {}, caption),
      el("thead", {}, head),
      el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map(cell)))),
    ),
  );
}

const cell = (content) => el("td", {}, content);

export const code = (text) => el("code", {}, String(text));

export const pill = (text, tone) => el("span", { className: `pill ${tone}` }, text);

/** A value with a button that copies it. */
export function copyable(label, value) {
  const button = el("button", { type: "button", className: "small", "aria-label": `Copy ${label}` }, "Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(value);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  return el("span", { className: "copyable" }, code(value), button);
}

export const json = (label, value) =>
  el("pre", { tabIndex: 0, role: "region", "aria-label": label }, pretty(value));

function pretty(value) {
  if (typeof value !== "string") return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

export const timeOf = (iso) => new Date(iso).toISOString().slice(11, 23);
export const field = (label, control) => el("label", { className: "field" }, el("span", {}, label), control);
