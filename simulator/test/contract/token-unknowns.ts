import type { Bkash } from "../open-bkash.ts";
import { UrlMerchant } from "../open-url-bkash.ts";

/** What bKash has not published: how to ask, and what each answer of the switch looks like. */
export interface Unknown {
  /** What a merchant sees, in a few words. */
  readonly ask: (bkash: Bkash) => Promise<unknown>;
  /** Value of the switch → what `ask` comes back with. The first one is the default. */
  readonly answers: readonly (readonly [value: unknown, seen: unknown])[];
}

/** Whether a third call meets the block, when two of them were grants and one a refresh. */
async function thirdTokenCall(bkash: Bkash): Promise<unknown> {
  const { body } = await bkash.askToken("grant");
  await bkash.askToken("grant");
  const third = await bkash.askToken("refresh", { refresh_token: body["refresh_token"] });
  return third.body["status"] ?? "token";
}

/** Two grants of each product. */
async function tokensOfBothProducts(bkash: Bkash): Promise<unknown> {
  await bkash.askToken("grant");
  await bkash.askToken("grant");
  return (await new UrlMerchant(bkash).askToken("grant")).body["status"] ?? "token";
}

/** About tokens and the calls for them (§3). */
export const TOKEN_UNKNOWNS: Readonly<Record<string, Unknown>> = {
  tokenCallsCounted: {
    ask: thirdTokenCall,
    answers: [
      ["together", "fail"],
      ["separately", "token"],
    ],
  },
  tokenCapShared: {
    ask: tokensOfBothProducts,
    answers: [
      [false, "token"],
      [true, "fail"],
    ],
  },
  refreshTokenRotates: {
    ask: async (bkash) => {
      const { refresh_token: first } = (await bkash.askToken("grant")).body;
      const { body } = await bkash.askToken("refresh", { refresh_token: first });
      return body["refresh_token"] === first;
    },
    answers: [
      [false, true],
      [true, false],
    ],
  },
  expiresInAs: {
    ask: async (bkash) => (await bkash.askToken("grant")).body["expires_in"],
    answers: [
      ["number", 3600],
      ["string", "3600"],
    ],
  },
  grantFailureStatus: {
    ask: async (bkash) => {
      const { status, body } = await bkash.askToken("grant", { app_secret: "wrong" });
      return [status, body["status"], typeof body["msg"]];
    },
    answers: [
      [200, [200, "fail", "string"]],
      [401, [401, "fail", "string"]],
    ],
  },
  tokenPrefix: {
    ask: async (bkash) => {
      const headers = { authorization: `Bearer ${await bkash.token()}` };
      return (await bkash.call("POST", "create", {}, headers)).status;
    },
    answers: [
      ["raw-or-bearer", 200],
      ["raw-only", 401],
    ],
  },
};
