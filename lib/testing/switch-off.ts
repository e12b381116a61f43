import type { Feature } from "@/lib/platform/features";
import { store } from "@/store.config";

/** Does something in a shop whose merchant has switched a feature off. */
export async function withoutFeature<T>(feature: Feature, run: () => Promise<T>): Promise<T> {
  const features: Record<Feature, boolean> = store.features;
  const before = features[feature];
  features[feature] = false;
  try {
    return await run();
  } finally {
    features[feature] = before;
  }
}
