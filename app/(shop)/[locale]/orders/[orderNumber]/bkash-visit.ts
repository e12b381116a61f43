/**
 * What this page is doing at bKash. While its own window is open or its own execute is on the way, news of the order must
 * not take the page from under them; and what went wrong is still told after the page was made anew.
 */
type Stage = "none" | "window" | "executing";

let stage: Stage = "none";
let trouble = { orderNumber: "", text: "" };

export const visitAtBkash = {
  get stage(): Stage {
    return stage;
  },
  set(next: Stage): void {
    stage = next;
  },
  hadTrouble(orderNumber: string, text: string): void {
    trouble = { orderNumber, text };
  },
  troubleWith: (orderNumber: string): string => (trouble.orderNumber === orderNumber ? trouble.text : ""),
};
