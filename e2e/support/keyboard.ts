import { expect, type Locator, type Page } from "@playwright/test";

/** A shopper without a mouse. Wherever the keyboard stops on the way, that must be seen. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Tab, until the keyboard is there. */
  async reach(goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    for (let stops = 0; stops < MAX_STOPS; stops += 1) {
      await this.page.keyboard.press(key);
      const stop = await goal.evaluateAll(lookAtFocus);
      expect(stop.hiddenBecause).toBe("");
      if (stop.isGoal) return;
    }
    throw new Error(`${goal} was not reached with ${MAX_STOPS} presses of ${key}`);
  }

  /** Types where the keyboard stands, in place of what is there. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.type(text);
  }

  /** Goes to a list and types the first letters of what is meant. Between letters that come too slowly a browser forgets. */
  async choose(list: Locator, letters: string, value: string): Promise<void> {
    await this.reach(list);
    await expect(async () => {
      await this.page.keyboard.type(letters);
      await expect(list).toHaveValue(value, { timeout: 1_500 });
    }).toPass();
  }

  press = (key: "Tab" | "Enter" | "Space" | "ArrowDown" | "ArrowUp" | "ArrowLeft") =>
    this.page.keyboard.press(key);
}

/** More than any page of the shop has between its head and its button. */
const MAX_STOPS = 60;

/** Runs in the page: whether the keyboard stands on one of these, and why a person could not see where it stands. */
function lookAtFocus(goals: Element[]): { isGoal: boolean; hiddenBecause: string } {
  const here = document.activeElement;
  // After a page's last stop the keyboard is in the browser's own bar.
  if (!here || here === document.body) return { isGoal: false, hiddenBecause: "" };
  const box = here.getBoundingClientRect();
  // A radio button that is not drawn itself shows its ring around its words.
  const isDrawn = box.width > 1 && getComputedStyle(here).opacity !== "0";
  const drawn = isDrawn ? here : (here.closest("label") ?? here);
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn);
  const hasOutline = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const hasRing = isDrawn ? hasOutline : hasOutline || boxShadow !== "none";
  const [line] = drawn.getClientRects(); // a link may begin at the end of one line and end on the next
  const { left, right, top, bottom } = line ?? box;
  const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isCovered = isOnScreen && onTop !== null && !drawn.contains(onTop) && !onTop.contains(drawn);
  const why = !hasRing ? "no ring" : !isOnScreen ? "off the screen" : isCovered ? "covered" : "";
  return { isGoal: goals.includes(here), hiddenBecause: why && `${why}: ${here.outerHTML.slice(0, 160)}` };
}
