#!/usr/bin/env node
// A packed copy carries dist/ because Node does not strip types below node_modules; a checkout runs the source.
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
const source = new URL("../src/main.ts", import.meta.url);
await import((existsSync(source) ? source : built).href);
