/** Which of the two themes a reader sees; `auto` is what the system says. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Where the browser keeps the choice. The server never learns it, so that pages can be kept ready for everybody. */
export const THEME_KEY = "theme";

/** For `<html>` where there is no dark theme: whatever the system says, it is day. */
export const ALWAYS_LIGHT = { "data-theme": "light" } as const;

/**
 * Runs before the first pixel, so that no page flashes in the wrong theme. The same text on every page: pages with a
 * strict policy allow it by its hash (app/_security).
 */
export const THEME_SCRIPT = `(function(){var t;try{t=localStorage.getItem("${THEME_KEY}")}catch(e){}document.documentElement.dataset.theme=t==="light"||t==="dark"?t:"auto"})()`;
