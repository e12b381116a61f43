// `npm run lighthouse`: Google's own look at the pages between the front door and a paid order, as on a slow phone.
import { runOnBuiltShop } from "./testing/on-built-shop.mjs";

await runOnBuiltShop("lighthouse", "scripts/lighthouse/main.ts");
