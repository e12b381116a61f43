import assert from "node:assert/strict";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Answer, Bkash } from "./open-bkash.ts";

interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/**
 * Holds every answer of a bKash against one of its own OpenAPI documents: no field that is not described, none missing,
 * no status that is not foreseen.
 */
export class Documented {
  readonly #bkash: Bkash;
  readonly #name: string;
  readonly #document: Document;
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #seen = new Set<string>();

  private constructor(bkash: Bkash, name: string, document: Document) {
    this.#bkash = bkash;
    this.#name = name;
    this.#document = document;
    // OpenAPI's own words around the schemas are none of a validator's business.
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    this.#ajv.addSchema(document, name);
  }

  static async open(bkash: Bkash, name: string): Promise<Documented> {
    const { status, body } = await bkash.control("GET", `openapi/${name}.json`);
    assert.equal(status, 200);
    return new Documented(bkash, name, body as unknown as Document);
  }

  /** @param path below the document's server. @throws AssertionError when the answer is not as documented. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.#bkash.send(
      method,
      this.#document.servers[0].url.replace(/\/$/, "") + path,
      body,
      headers,
    );
    const template = this.#templateOf(path);
    const operation = this.#document.paths[template]?.[method.toLowerCase()];
    assert.ok(operation, `${method} ${path} is not documented`);
    const status = String(answer.status) in operation.responses ? String(answer.status) : "default";
    const key = `${method} ${template} ${status}`;
    assert.ok(status in operation.responses, `${key}: not documented, ${answer.text}`);
    const validate = this.#validatorOf(key, template, method.toLowerCase(), status);
    const isRight = validate(answer.body);
    assert.ok(isRight, `${key}: ${this.#ajv.errorsText(validate.errors)} in ${answer.text}`);
    this.#seen.add(key);
    return answer;
  }

  /** What the document promises and nobody has seen: method, path and status. */
  unseen(): string[] {
    return Object.entries(this.#document.paths)
      .flatMap(([template, operations]) =>
        Object.entries(operations).flatMap(([method, { responses }]) =>
          Object.keys(responses)
            .filter((status) => JSON.stringify(responses[status]).includes('"application/json"'))
            .map((status) => `${method.toUpperCase()} ${template} ${status}`),
        ),
      )
      .filter((key) => !key.endsWith(" default") && !this.#seen.has(key));
  }

  #templateOf(path: string): string {
    const bare = path.split("?")[0] ?? "";
    const templates = Object.keys(this.#document.paths);
    const fits = (template: string): boolean =>
      new RegExp(`^${template.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(bare);
    return templates.find((template) => template === bare) ?? templates.find(fits) ?? bare;
  }

  #validatorOf(key: string, template: string, method: string, status: string): ValidateFunction {
    const pointer = ["paths", template, method, "responses", status, "content", "application/json", "schema"]
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const known = this.#validators.get(key);
    const validate = known ?? this.#ajv.compile({ $ref: `${this.#name}#/${pointer}` });
    this.#validators.set(key, validate);
    return validate;
  }
}
