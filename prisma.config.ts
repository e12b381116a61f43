import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Prisma 7 loads no .env by itself. `generate` needs no database, so an address that nobody listens on is enough for it.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody:nobody@127.0.0.1:1/none" },
});
