// `npm run doctor`: what is still the template's before real people buy here, and where to change it.
import { begin } from "./setup/begin.mjs";

begin(() => import("./doctor/look.mjs"));
