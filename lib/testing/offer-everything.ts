import type { Feature } from "@/lib/platform/features";
import { store } from "@/store.config";

// What the template can do is tested whole, also in a shop whose merchant has switched some of it off. Jest runs this first.
const features: Record<Feature, boolean> = store.features;
for (const feature of Object.keys(features) as Feature[]) features[feature] = true;
