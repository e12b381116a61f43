import { existsSync, globSync, readFileSync } from "node:fs";
import { API_ERRORS } from "./errors";
import { openApiDocument } from "./openapi";

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  pattern?: string;
  enum?: string[];
}
interface Operation {
  summary: string;
  security?: Record<string, never[]>[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, { description: string; content?: { "application/json": { schema: Schema } } }>;
}

const document = openApiDocument() as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, unknown> };
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);
const bodyOf = (path: string) =>
  document.paths[path]?.post?.requestBody?.content["application/json"].schema ?? {};

const routeFile = (path: string) => `app${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;

test("every path that is described has a route, and the route has that method", () => {
  for (const { path, method } of operations) {
    expect(existsSync(routeFile(path))).toBe(true);
    expect(readFileSync(routeFile(path), "utf8")).toMatch(
      new RegExp(`export (const|async function|function) ${method}\\b`),
    );
  }
});

test("every route is described, but for those that are no API: sign-in, an order's link and this description", () => {
  const described = Object.keys(document.paths).map(routeFile);
  const routes = globSync("app/api/**/route.ts");
  expect(routes.filter((route) => !described.includes(route)).toSorted()).toEqual([
    "app/api/auth/[...nextauth]/route.ts",
    "app/api/openapi.json/route.ts",
    "app/api/orders/[orderNumber]/open/route.ts",
  ]);
});

test.each(
  Object.entries({
    "/api/orders": ["lines", "contact", "delivery", "locale", "couponCode"],
    "/api/payments/{provider}/create": ["orderNumber"],
    "/api/payments/{provider}/execute": ["paymentId"],
    "/api/payments/{provider}/cancel": ["paymentId"],
  }),
)("%s takes %j and says that it refuses anything more", (path, fields) => {
  const body = bodyOf(path);
  expect(Object.keys(body.properties ?? {})).toEqual(fields);
  expect(body.additionalProperties).toBe(false);
});

test("what is described of an order is what is checked: a line is an SKU and 1 to 100 pieces", () => {
  const line = bodyOf("/api/orders").properties?.lines?.items ?? {};
  expect(line).toMatchObject({ additionalProperties: false, required: ["sku", "quantity"] });
  expect(line.properties?.quantity).toMatchObject({ type: "integer", minimum: 1, maximum: 100 });
  expect(bodyOf("/api/orders").properties?.contact?.properties?.phone).toMatchObject({ type: "string" });
  expect(bodyOf("/api/orders").required).toEqual(["lines", "contact", "delivery"]);
});

/** Every word `…InPoisha` in a schema, however deep. */
function amountsIn(schema: unknown): Schema[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key.endsWith("InPoisha") ? [value as Schema, ...amountsIn(value)] : amountsIn(value),
  );
}

test("every amount that is answered is a whole number of poisha, and none is asked for", () => {
  const answered = amountsIn(operations.map(({ operation }) => operation.responses));
  expect(answered.length).toBeGreaterThan(8);
  for (const amount of answered) expect(amount).toMatchObject({ type: "integer", minimum: 0 });
  expect(amountsIn(operations.map(({ operation }) => operation.requestBody))).toEqual([]);
});

test("each error code is described in its own words at its own status", () => {
  for (const { operation } of operations)
    for (const [status, { description }] of Object.entries(operation.responses))
      for (const [, code = ""] of description.matchAll(/`([A-Z_]{5,})`: /g)) {
        const error = API_ERRORS[code as keyof typeof API_ERRORS];
        expect({ code, status: error.status }).toEqual({ code, status: Number(status) });
        expect(description).toContain(error.en);
      }
});

test("every error code is described somewhere", () => {
  const descriptions = operations
    .flatMap(({ operation }) => Object.values(operation.responses))
    .map((r) => r.description);
  const missing = Object.keys(API_ERRORS).filter(
    (code) => !descriptions.some((text) => text.includes(`\`${code}\``)),
  );
  expect(missing).toEqual([]);
});

test("execute and query say that a payment may be in doubt, and what to do then", () => {
  expect(document.paths["/api/payments/{provider}/execute"]?.post?.responses["202"]?.description).toMatch(
    /do not pay again/,
  );
  expect(document.paths["/api/payments/{provider}/query"]?.get?.responses["202"]).toBeDefined();
});

test("whatever shows an order or moves money asks for a secret, and each secret is explained", () => {
  // Placing an order and searching are for everybody; a wallet's message is known by its signature.
  const open = ["/api/search", "/api/orders", "/api/health", "/api/payments/{provider}/webhook"];
  for (const { path, operation } of operations) {
    const schemes = (operation.security ?? []).flatMap(Object.keys);
    for (const scheme of schemes) expect(document.components.securitySchemes).toHaveProperty(scheme);
    expect({ path, asks: schemes.length > 0 }).toEqual({
      path,
      asks: !open.includes(path),
    });
  }
});

test("the description is JSON of OpenAPI 3.1 as it stands", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
