// Stryker leaves the places to die at alone: they mean nothing to the shop, and scripts/crash-points.mjs, which is
// tested, holds the list of them against the source.
const failpoints = {
  shouldIgnore(path) {
    const call = path.isExpressionStatement() ? path.node.expression : path.node;
    return call.type === "CallExpression" && call.callee.name === "failpoint"
      ? "a place to die at"
      : undefined;
  },
};

export const strykerPlugins = [{ kind: "Ignore", name: "failpoints", value: failpoints }];
