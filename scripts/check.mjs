// `npm run check`: am I done? What needs neither a database nor a browser.
import { begin } from "./setup/begin.mjs";

begin(() => import("./testing/check.mjs"));
