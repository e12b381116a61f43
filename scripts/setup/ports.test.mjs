import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { freePort, portFrom, requireFreePort } from "./ports.mjs";

const shop = { variable: "PORT", purpose: "shop" };

for (const host of ["127.0.0.1", "0.0.0.0", "::1"]) {
  test(`a port that is taken on ${host} is named, with the way to choose another`, async (t) => {
    const server = createServer().listen(0, host);
    const failed = once(server, "error").then(() => true);
    const listens = once(server, "listening").then(() => false);
    if (await Promise.race([failed, listens])) return t.skip("this machine has no such address");
    const { port } = server.address();
    await assert.rejects(requireFreePort(port, shop), (error) => {
      assert.match(error.message, new RegExp(`Port ${port} \\(for the shop\\) is taken`));
      assert.match(error.wayOut, new RegExp(`PORT=${port + 1} npm run demo`));
      return true;
    });
    server.close();
  });
}

test("a free port is accepted", async () => {
  await requireFreePort(await freePort(), shop);
});

test("a PORT that is no port is refused with its name", () => {
  process.env.A_PORT = "80x";
  assert.throws(() => portFrom("A_PORT", 3000), /A_PORT=80x is not a port/);
});
