// `npm run demo` and, with --dev, `npm run dev`.
import { begin } from "./setup/begin.mjs";

begin(() => import("./setup/demo.mjs"));
