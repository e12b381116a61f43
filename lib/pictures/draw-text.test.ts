import sharp from "sharp";
import { drawSharePicture, SHARE_SIZE } from "./draw-share-picture";
import { drawText } from "./draw-text";
import { rasterOf } from "./raster";
import { sfntOfWoff } from "./sfnt";

const look = { size: 60, colour: "#1E2A26", width: 2000 };
const widthOf = async (text: string) => (await drawText(text, look)).width;

test("letters of Bangla join as they are written", async () => {
  // Apart, each of these is wider than the one sign that it becomes.
  for (const [joined, ...apart] of [
    ["ক্ষ", "ক", "ষ"],
    ["ন্ত্র", "ন", "ত", "র"],
    ["স্ত্রী", "স", "ত", "রী"],
  ]) {
    const widths = await Promise.all(apart.map(widthOf));
    expect(await widthOf(joined ?? "")).toBeLessThan(widths.reduce((sum, width) => sum + width, 0));
  }
  // The sign of i is typed behind its letter and stands before it: the picture's left half has the long stroke.
  const { png, width, height } = await drawText("কি", look);
  const left = await sharp(png)
    .extract({ left: 0, top: 0, width: Math.floor(width / 3), height })
    .toColourspace("srgb")
    .stats();
  expect(left.channels[3]?.max).toBe(255);
});

test("what is no letter of a name is drawn as itself, not read as a command", async () => {
  expect(await widthOf("<b>A & B</b>")).toBeGreaterThan(await widthOf("A & B"));
});

test("a long name becomes smaller, and the picture has the size that messengers ask for", async () => {
  const png = await drawSharePicture({
    shop: "হাট",
    title: "নকশি কাঁথার চাদর, হাতে সেলাই করা, যশোরের মেয়েদের তৈরি, দুই মাসের কাজ",
    text: "জামালপুর",
    price: "৳৬,৫০০",
    icon: "/art/icon.svg",
    picture: "/art/products/nakshi-kantha-throw.svg",
    colours: { ground: "#F4EDE0", ink: "#1E2A26", soft: "#55615C", accent: "#0F5C4C" },
  });
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...SHARE_SIZE });
});

test("nothing outside the public folder becomes a picture", async () => {
  for (const address of [
    "/../package.json",
    "/art/../../store.config.svg",
    "https://a.example/a.svg",
    "/no.svg",
  ])
    expect([address, await rasterOf(address, { size: 192 })]).toEqual([address, null]);
  expect(await sharp((await rasterOf("/art/icon.svg", { size: 192 })) ?? "").metadata()).toMatchObject({
    width: 192,
    height: 192,
  });
});

test("a file that is no font is refused", () => {
  expect(() => sfntOfWoff(Buffer.from("<html>not found</html>"))).toThrow("Not a WOFF file");
});
