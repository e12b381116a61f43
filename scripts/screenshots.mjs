// `npm run screenshots`: every page as people see it, on phone and desk, in both languages, by day and by night.
import { runOnBuiltShop } from "./testing/on-built-shop.mjs";

await runOnBuiltShop("screenshots", "scripts/screenshots/main.ts");
