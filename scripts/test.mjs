// `npm test`; `npm run e2e` is its browser part.
import { begin } from "./setup/begin.mjs";

begin(() => import("./testing/test.mjs"));
