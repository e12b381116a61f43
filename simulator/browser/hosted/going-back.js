// BKASH_SIMULATOR_MARKER_5f1c: says that the hosted page is about to lead back to the shop, and counts down.
import { fill } from "./texts.js";

const TEXTS = {
  en: { failed: "Payment failed.", soon: "Going back to the shop in {seconds}s" },
  bn: { failed: "পেমেন্ট ব্যর্থ হয়েছে।", soon: "{seconds} সেকেন্ড পরে দোকানে ফেরা হবে" },
};

let isAnnounced = false;

/** Shows the countdown below the error and calls `leave` at its end. Only the first announcement counts. */
export function announceReturn(seconds, leave) {
  if (isAnnounced) return;
  isAnnounced = true;
  const note = document.createElement("p");
  note.id = "going_back";
  const failed = Object.assign(document.createElement("strong"), { role: "status" });
  // A screen reader hears once that it failed, and not every second that it is a second later.
  const soon = document.createElement("span");
  soon.setAttribute("aria-live", "off");
  note.append(failed, " ", soon);
  document.getElementById("error").after(note);
  const end = Date.now() + seconds * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const { lang } = document.documentElement;
    if (failed.textContent !== TEXTS[lang].failed) failed.textContent = TEXTS[lang].failed;
    soon.textContent = fill(TEXTS[lang].soon, { seconds: left }, lang);
    if (left > 0) return;
    clearInterval(timer);
    leave();
  };
  const timer = setInterval(tick, 250);
  tick();
}
