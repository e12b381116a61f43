"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once the browser runs this: before, a form must carry the server's action itself. */
export const useIsEnhanced = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
