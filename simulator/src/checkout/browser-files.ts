import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

export interface BrowserFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

const ROOT = new URL("../../browser/", import.meta.url);

/** A file of browser/, read once at the start: what is served never depends on a path from outside. */
export function browserFile(name: string): BrowserFile {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  return { name, type, text: readFileSync(new URL(name, ROOT), "utf8") };
}

/** All files of one folder of browser/, by their names in it. */
export function browserFolder(folder: string): BrowserFile[] {
  return readdirSync(new URL(`${folder}/`, ROOT)).map((name) => ({
    ...browserFile(`${folder}/${name}`),
    name,
  }));
}
