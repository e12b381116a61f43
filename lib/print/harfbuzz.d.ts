/** What we use of harfbuzzjs 0.10, which brings no types. Measures are in units of the font. */
declare module "harfbuzzjs" {
  export interface ShapedGlyph {
    /** The glyph's number in the font. */
    g: number;
    /** Where in the text (UTF-16) it comes from. */
    cl: number;
    /** How far it moves the pen, and how far it stands from it. */
    ax: number;
    ay: number;
    dx: number;
    dy: number;
  }

  export interface Font {
    readonly ptr: number;
  }

  export interface TextBuffer {
    addText(text: string): void;
    guessSegmentProperties(): void;
    json(): ShapedGlyph[];
    destroy(): void;
  }

  export interface HarfBuzz {
    createBlob(data: ArrayBuffer | Uint8Array): object;
    createFace(blob: object, index: number): object;
    createFont(face: object): Font;
    createBuffer(): TextBuffer;
    shape(font: Font, buffer: TextBuffer): void;
  }

  const ready: Promise<HarfBuzz>;
  export default ready;
}
