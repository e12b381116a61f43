/** A paper for a browser to show, or to keep under this name. It is about one shopper: no cache keeps it. */
export const pdf = (file: Buffer, name: string): Response =>
  new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
