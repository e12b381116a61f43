import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inData } from "../setup/project.mjs";

export const GALLERY: string = inData("screenshots");

const STYLE = `body{font:16px system-ui;margin:2rem;background:#f4f4f4;color:#222}
section{display:flex;gap:1rem;overflow-x:auto;align-items:start;padding-bottom:1rem}
figure{margin:0}img{height:28rem;border:1px solid #ccc;background:#fff}figcaption{font-size:.8rem}
nav{columns:4;line-height:1.7}`;

const figure = (scene: string, file: string): string =>
  `<figure><a href="${scene}/${file}"><img src="${scene}/${file}" loading="lazy" alt=""></a><figcaption>${file.replace(".png", "").replaceAll("-", ", ")}</figcaption></figure>`;

/** A page to look through, with a row for each scene that there are pictures of. Returns its path and their number. */
export function writeGallery(scenes: readonly string[]): { path: string; count: number } {
  const there = scenes
    .filter((scene) => existsSync(join(GALLERY, scene)))
    .map((scene) => ({ scene, files: readdirSync(join(GALLERY, scene)).toSorted() }));
  const rows = there.map(
    ({ scene, files }) =>
      `<h2 id="${scene}">${scene}</h2><section>${files.map((file) => figure(scene, file)).join("")}</section>`,
  );
  const links = there.map(({ scene }) => `<div><a href="#${scene}">${scene}</a></div>`);
  const path = join(GALLERY, "index.html");
  writeFileSync(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page of the shop</title><style>${STYLE}</style>
<nav>${links.join("")}</nav>${rows.join("\n")}</html>\n`,
  );
  return { path, count: there.reduce((sum, { files }) => sum + files.length, 0) };
}
