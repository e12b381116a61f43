import createNextIntlPlugin from "next-intl/plugin";

// `npm run kill` builds a shop that dies where it is told to, beside the one that people use.
const killable = process.env.FAILPOINTS === "1" && {
  distDir: ".data/kill/next",
  typescript: { ignoreBuildErrors: true, tsconfigPath: ".data/kill/tsconfig.json" },
};

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

/** What papers are drawn with, besides code. */
const PAPER_FILES = [
  "./node_modules/@expo-google-fonts/hind-siliguri/{400Regular,700Bold}/*.ttf",
  "./node_modules/harfbuzzjs/hb.wasm",
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Papers are drawn by these as they are: one brings a program of its own (wasm), the other reads its own files.
  serverExternalPackages: ["harfbuzzjs", "pdfkit"],
  // Read when a picture is drawn: on a platform that takes along only what is imported, these have to be named.
  outputFileTracingIncludes: {
    "/share/**": ["./public/art/**/*", "./node_modules/@fontsource/noto-sans-bengali/files/*-normal.woff"],
    "/raster/**": ["./public/art/**/*"],
    "/api/orders/**": PAPER_FILES,
    "/admin/papers/**": PAPER_FILES,
  },
  // A page that was fetched ahead is shown for as long as the server shows it: a minute, as its price and stock may change.
  experimental: { staleTimes: { static: 60 } },
  compiler: { define: { __FAILPOINTS__: Boolean(killable) } },
  ...killable,
  // What a page may load is proxy.ts's business: it depends on where bKash lives, which is known when the shop runs.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin-allow-popups" },
        // Ignored on http, so a demo on localhost is not bound by it.
        { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
      ],
    },
    // An order's address is its shopper's business. The shop itself is told: without an origin no form would be taken.
    { source: "/:locale(bn|en)/orders/:path*", headers: [{ key: "Referrer-Policy", value: "same-origin" }] },
  ],
};

export default withNextIntl(config);
